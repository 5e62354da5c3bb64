package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.LocalNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest rows are entered into the indexes many at a time; nobody may notice. */
class TailTest {
  private static final int FILED_AT_ONCE = 256;

  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void append_oneByOne_fewPagesOfLogEach() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(Envelopes.of(1024));
      long before = WalFrames.frames(directory);
      for (int i = 0; i < FILED_AT_ONCE; i++) {
        outbox.append(Envelopes.of(1024));
      }
      double each = (WalFrames.frames(directory) - before) / (double) FILED_AT_ONCE;
      // One for the row, two for every third row's new page, the indexes a few hundred at a time.
      assertTrue(each > 1 && each < 2.5, each + " pages of log a message");
    }
  }

  @Test
  void manyMessages_foundByIdNumberAndLaneBeforeAndAfterTheyAreFiled() throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      for (int i = 0; i < 2 * FILED_AT_ONCE + 40; i++) {
        Label label =
            new Label(
                Lane.values()[i % 3],
                Optional.empty(),
                Optional.of(new LocalNumber(String.format("%012d", i))));
        sent.add(Envelopes.of(MessageKind.ITEM, label, 20));
        assertEquals(i + 1, outbox.append(sent.get(i)));
        if (i % 61 == 0) {
          allFound(outbox, sent);
        }
      }
      allFound(outbox, sent);
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      allFound(outbox, sent);
      assertEquals(sent.size() + 1, outbox.append(Envelopes.of(1)));
    }
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      assertEquals(new OutboxCounts(sent.size() + 1, 0, 0), reader.counts());
      assertEquals(300, reader.find("000000000299").orElseThrow().sequence());
      assertEquals(550, reader.find(sent.get(549).id().value()).orElseThrow().sequence());
      assertTrue(reader.verify(() -> false).sound());
    }
  }

  private static void allFound(SqliteOutbox outbox, List<SignedEnvelope> sent) throws Exception {
    assertEquals(new OutboxCounts(sent.size(), 0, 0), outbox.counts());
    assertEquals(sent, Fixture.pending(outbox));
    for (int i = 0; i < sent.size(); i += 17) {
      SignedEnvelope message = sent.get(i);
      assertEquals(i + 1, outbox.find(message.id().value()).orElseThrow().sequence());
      assertEquals(i + 1, outbox.find(String.format("%012d", i)).orElseThrow().sequence());
      assertEquals(i + 1, outbox.append(message), "here already");
      SignedEnvelope other = Envelopes.of(message.id(), 21, i);
      OutboxException conflict = assertThrows(OutboxException.class, () -> outbox.append(other));
      assertEquals(Reason.CONFLICT, conflict.reason());
    }
  }

  @Test
  void retriedOneAmongUnfiled_pending_inOrderOfPlace() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<SignedEnvelope> sent = new ArrayList<>();
      for (int i = 0; i < FILED_AT_ONCE + 10; i++) {
        sent.add(Envelopes.of(20));
        outbox.append(sent.get(i));
      }
      for (int place : List.of(3, 250, 260)) {
        outbox.settle(Envelopes.rejected(sent.get(place - 1)));
        assertTrue(outbox.retry(sent.get(place - 1).id()));
      }
      for (int after : List.of(0, 2, 248, 255, 258)) {
        List<QueuedEnvelope> some = outbox.pending(Lane.NORMAL, after, 4);
        assertEquals(
            List.of(after + 1L, after + 2L, after + 3L, after + 4L),
            some.stream().map(QueuedEnvelope::sequence).toList());
      }
    }
  }

  @Test
  void rowTakenOutOfTheIndexesByHand_open_salvagedAndNotForgotten() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 2 * FILED_AT_ONCE, 20);
    Fixture.sql(directory, "UPDATE message SET filed = 0 WHERE sequence = 5");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
      assertTrue(Fixture.incidents(directory).contains("none missing"));
    }
  }
}
