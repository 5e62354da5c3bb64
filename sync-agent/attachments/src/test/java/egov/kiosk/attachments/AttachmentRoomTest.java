package egov.kiosk.attachments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.attachments.send.QuietHours;
import egov.kiosk.attachments.send.SendRules;
import egov.kiosk.attachments.send.WhenMetered;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The room with its thread. */
class AttachmentRoomTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  private final CanonicalFleetCodec codec = new CanonicalFleetCodec();
  private final Bench bench = new Bench();
  private final FakeLine line = new FakeLine();
  private AttachmentRoom room;

  /** Believes whatever is an order and does not begin with an exclamation mark. */
  private final OrderVerifier verifier =
      message -> {
        try {
          return codec.decodeOrder(message);
        } catch (MalformedMessageException e) {
          throw new ReceiptRefusedException(
              ReceiptRefusedException.Reason.BAD_SIGNATURE, "not the platform's");
        }
      };

  @BeforeEach
  void open() {
    line.answersAtOnce = true;
    room = room();
    room.start();
  }

  private AttachmentRoom room() {
    return new AttachmentRoom(
        Bench.ROOT,
        bench.disk,
        bench.tools(),
        new AttachmentRoom.Line(line, verifier),
        new AttachmentSettings(Bench.QUOTA, 0, Bench.RULES),
        Clock.systemUTC(),
        System::nanoTime);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private TransactionId attach(int bytes) throws AttachmentException {
    return room.attach(
        Bench.TRANSACTION, "scan", "image/png", new ByteArrayInputStream(Bench.content(bytes)));
  }

  private static PlatformReceipt receipt(TransactionId id, boolean accepted) {
    return new PlatformReceipt(
        Bench.KIOSK,
        id,
        "0f".repeat(32),
        accepted ? PlatformReceipt.Outcome.ACCEPTED : PlatformReceipt.Outcome.REJECTED,
        Optional.empty(),
        accepted ? Optional.empty() : Optional.of("ATTACHMENT"),
        NOW);
  }

  private byte[] order(TransactionId id, Instant at, Integer... chunks) {
    return codec.encode(new Order.MissingChunks(Bench.KIOSK, at, id.value(), List.of(chunks)));
  }

  private void awaitSent(Integer... indexes) {
    Awaitility.await().untilAsserted(() -> assertEquals(List.of(indexes), line.indexes()));
  }

  @Test
  void attach_thenReceipt_sentAndDeleted() throws Exception {
    TransactionId id = attach(70_000);
    awaitSent(0, 1, 2);
    bench.outbox.states.put(id, DeliveryState.DELIVERED);
    room.settled(receipt(id, true));
    Awaitility.await().until(() -> bench.disk.files().isEmpty());
    Awaitility.await().until(() -> room.status().usedBytes() == 0);
  }

  @Test
  void settled_refused_chunksStayForATechnician() throws Exception {
    TransactionId id = attach(70_000);
    awaitSent(0, 1, 2);
    bench.outbox.states.put(id, DeliveryState.DEAD_LETTER);
    room.settled(receipt(id, false));
    room.settled(receipt(TransactionId.create(NOW), true));
    room.close();
    assertArrayEquals(Bench.content(70_000), bench.assembled(id));
  }

  @Test
  void received_missingChunks_sentAgainOnceForEachOrder() throws Exception {
    TransactionId id = attach(70_000);
    awaitSent(0, 1, 2);
    byte[] order = order(id, NOW, 1);
    room.received(DownChannel.ATTACHMENT, order);
    awaitSent(0, 1, 2, 1);
    room.received(DownChannel.ATTACHMENT, order);
    room.received(DownChannel.ATTACHMENT, order(id, NOW.minusSeconds(1), 0));
    room.received(DownChannel.ATTACHMENT, order(TransactionId.create(NOW), NOW, 0));
    room.received(DownChannel.ATTACHMENT, new byte[] {'!'});
    room.received(DownChannel.COMMAND, order(id, NOW.plusSeconds(1), 0));
    room.received(DownChannel.ATTACHMENT, order(id, NOW.plusSeconds(2), 2));
    awaitSent(0, 1, 2, 1, 2);
  }

  @Test
  void start_afterACut_goesOnWhereItStopped() throws Exception {
    line.answersAtOnce = false;
    attach(5 * 32_768);
    awaitSent(0, 1, 2);
    line.answer(true);
    line.answer(true);
    awaitSent(0, 1, 2, 3, 4);
    room.close();
    int before = line.sent().size();
    line.answersAtOnce = true;
    room = room();
    room.start();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertEquals(List.of(2, 3, 4), line.indexes().subList(before, line.sent().size())));
  }

  @Test
  void connectivityChanged_lineComesBack_goesOnAtOnce() throws Exception {
    line.up = false;
    attach(10);
    Awaitility.await().until(() -> room.status().sending() == 1);
    line.up = true;
    room.connectivityChanged(false);
    room.connectivityChanged(true);
    awaitSent(0);
  }

  @Test
  void settings_changed_takeEffect() throws Exception {
    room.settings(
        new AttachmentSettings(
            100, 0, new SendRules(1, 0, WhenMetered.OFF, 1, 1, QuietHours.ALWAYS)));
    AttachmentException refused = assertThrows(AttachmentException.class, () -> attach(200));
    assertEquals(AttachmentException.Reason.FULL, refused.reason());
    assertEquals(Level.OK, new AttachmentCheck(room::status).check(Duration.ofSeconds(1)).level());
  }

  @Test
  void attach_queueCannotBeReadAtTheStart_waitsAndIsRefusedWhenClosed() throws Exception {
    room.close();
    AttachmentException refused = assertThrows(AttachmentException.class, () -> attach(200));
    assertEquals(AttachmentException.Reason.CLOSED, refused.reason());
  }

  @Test
  void check_whatATechnicianMustSee_isSaid() {
    AttachmentStatus[] status = {new AttachmentStatus(1, 0, 10L << 20, 100L << 20, false)};
    AttachmentCheck check = new AttachmentCheck(() -> status[0]);
    assertEquals(Level.OK, check.check(Duration.ofSeconds(1)).level());
    status[0] = new AttachmentStatus(0, 0, 80L << 20, 100L << 20, false);
    assertEquals(Level.WARN, check.check(Duration.ofSeconds(1)).level());
    status[0] = new AttachmentStatus(0, 2, 0, 100, false);
    assertTrue(check.check(Duration.ofSeconds(1)).what().startsWith("2 attachments"));
    status[0] = new AttachmentStatus(0, 0, 0, 100, true);
    assertTrue(check.check(Duration.ofSeconds(1)).advice().contains("disk"));
  }
}
