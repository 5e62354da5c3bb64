package egov.kiosk.downlink.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.downlink.progress.ProgressBook.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBookTest {
  private static final String KIOSK = "fz-gl-000001";
  private static final String NUMBER = "20261122000017";
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  @TempDir Path directory;
  private final TakenIn queue = new TakenIn();
  private final TransactionId id = TransactionId.create(NOW);
  private ProgressBook book;

  @BeforeEach
  void open() throws IOException {
    queue.add(id, MessageKind.ITEM, NUMBER);
    book = ProgressBook.open(directory, queue);
  }

  private Order.Progress word(TransactionId about, long revision, ProgressStage stage) {
    Instant at = NOW.plusSeconds(revision);
    return new Order.Progress(KIOSK, at, revision, about, stage, at.minusSeconds(1));
  }

  private Taken take(long revision, ProgressStage stage) throws Exception {
    return book.take(word(id, revision, stage));
  }

  private Optional<ProgressStage> stage() {
    return book.last(NUMBER).map(Standing::stage);
  }

  @Test
  void newWord_isTheLast_alsoAfterARestart() throws Exception {
    assertEquals(Taken.NEW, take(1, ProgressStage.ACCEPTED));
    assertEquals(Taken.NEW, take(5, ProgressStage.SUPPLEMENT));
    book = ProgressBook.open(directory, queue);
    Standing last = book.last(NUMBER).orElseThrow();
    assertEquals(
        new Standing(ProgressStage.SUPPLEMENT, NOW.plusSeconds(4), NOW.plusSeconds(5)), last);
  }

  @Test
  void olderOrReplayedWord_changesNothing_alsoAfterARestart() throws Exception {
    take(5, ProgressStage.SUPPLEMENT);
    assertEquals(Taken.OLD, take(4, ProgressStage.DONE));
    assertEquals(Taken.SAME, take(5, ProgressStage.SUPPLEMENT));
    assertEquals(Taken.OLD, take(5, ProgressStage.DONE), "another word under the same revision");
    book = ProgressBook.open(directory, queue);
    assertEquals(Taken.OLD, take(4, ProgressStage.DONE));
    assertEquals(Optional.of(ProgressStage.SUPPLEMENT), stage());
  }

  @Test
  void whatThisKioskDidNotTakeIn_isForeign() throws Exception {
    TransactionId stranger = TransactionId.create(NOW);
    TransactionId rating = TransactionId.create(NOW);
    queue.add(rating, MessageKind.RATING, "");
    assertEquals(Taken.FOREIGN, book.take(word(stranger, 1, ProgressStage.DONE)));
    assertEquals(Taken.FOREIGN, book.take(word(rating, 1, ProgressStage.DONE)));
    assertFalse(Files.exists(directory.resolve("told")));
  }

  @Test
  void numbersThatAreNobodys_findNothing() throws Exception {
    take(1, ProgressStage.DONE);
    for (String attack : new String[] {"", "0", "000000000000", "------", "%", "2026112200001_"}) {
      assertEquals(Optional.empty(), book.last(attack), attack);
    }
    assertEquals(Optional.empty(), book.last(NUMBER.substring(1)), "whole numbers only");
  }

  @Test
  void whatTheQueueForgot_isFoundNoMore() throws Exception {
    take(1, ProgressStage.DONE);
    queue.add(id, MessageKind.ITEM, "");
    assertEquals(Optional.empty(), stage());
  }

  @Test
  void file_holdsNoNumber() throws Exception {
    take(1, ProgressStage.DONE);
    assertFalse(Files.readString(directory.resolve("told")).contains(NUMBER));
  }

  @Test
  void damagedLine_isDropped_theOthersStay() throws Exception {
    take(1, ProgressStage.DONE);
    Path file = directory.resolve("told");
    Files.writeString(file, "no such line\n" + Files.readString(file) + "01973000 1 DONE x");
    book = ProgressBook.open(directory, queue);
    assertEquals(Optional.of(ProgressStage.DONE), stage());
  }

  @Test
  void overItsTime_isDestroyed() throws Exception {
    take(1, ProgressStage.DONE);
    Instant later = NOW.plus(Duration.ofDays(30));
    assertEquals(0, book.due(NOW).count());
    assertEquals(1, book.due(later).count());
    assertEquals(1, book.destroy(later, 200).count());
    assertEquals(0, book.destroy(later, 200).count());
    assertTrue(Files.readString(directory.resolve("told")).isEmpty());
    assertEquals(Optional.empty(), stage());
  }
}
