package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.downlink.progress.ProgressBook;
import egov.kiosk.downlink.progress.TakenIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States of applications, from the line into the book; what must not be believed is refused. */
class ProgressDeskTest {
  private static final String NUMBER = "20261122000017";

  @TempDir Path directory;
  private final TakenIn queue = new TakenIn();
  private final List<String> records = new ArrayList<>();
  private Kiosk kiosk;
  private TransactionId id;

  @BeforeEach
  void open() throws IOException {
    kiosk = new Kiosk(directory);
    kiosk.audit = new ListedAudit(records);
    kiosk.progress = Optional.of(ProgressBook.open(directory.resolve("progress"), queue));
    id = TransactionId.create(kiosk.now);
    queue.add(id, MessageKind.ITEM, NUMBER);
  }

  private Order.Progress word(String kioskId, TransactionId about, long revision) {
    return new Order.Progress(
        kioskId, kiosk.now, revision, about, ProgressStage.SUPPLEMENT, kiosk.now);
  }

  private Optional<ProgressStage> stage() {
    return kiosk.progress.orElseThrow().last(NUMBER).map(told -> told.stage());
  }

  @Test
  void believedWord_isKept_withoutAnAnswer() {
    kiosk.send(DownChannel.PROGRESS, word(Kiosk.ID, id, 7));
    assertEquals(Optional.of(ProgressStage.SUPPLEMENT), stage());
    assertEquals(List.of(), kiosk.told);
    assertEquals(List.of(), records);
  }

  @Test
  void forgedForeignOldOrMisplacedWords_areRefusedAndRecorded() {
    kiosk.send(DownChannel.PROGRESS, word(Kiosk.ID, id, 7));
    kiosk.desk.take(DownChannel.PROGRESS, new byte[] {1, 2, 3});
    kiosk.send(DownChannel.PROGRESS, word("fz-gl-000002", id, 8));
    kiosk.send(DownChannel.PROGRESS, word(Kiosk.ID, id, 6));
    kiosk.send(DownChannel.PROGRESS, word(Kiosk.ID, TransactionId.create(kiosk.now), 1));
    kiosk.send(DownChannel.COMMAND, word(Kiosk.ID, id, 9));
    kiosk.command("c-1", "do", Duration.ofHours(1));
    assertEquals(
        List.of(
            "order refused [BAD_SIGNATURE, progress]",
            "order refused [OTHER_KIOSK, progress]",
            "order refused [OLD, progress]",
            "order refused [FOREIGN, progress]",
            "order refused [WRONG_TOPIC, command]"),
        records.subList(0, 5));
    assertEquals(Optional.of(ProgressStage.SUPPLEMENT), stage());
    assertTrue(kiosk.heard("refused", "progress", "FOREIGN") > 0);
  }

  @Test
  void withoutABook_refused() {
    kiosk.progress = Optional.empty();
    kiosk.send(DownChannel.PROGRESS, word(Kiosk.ID, id, 7));
    assertEquals(1, kiosk.heard("refused", "progress", "UNAVAILABLE"));
  }

  /** A line that is back brings many at once; what else comes is not held up by their number. */
  @Test
  void manyAtOnce_areNotDropped_andLeaveRoomForOrders() {
    Downlink mailbox = new Downlink();
    for (int i = 0; i < 900; i++) {
      mailbox.received(DownChannel.PROGRESS, new byte[100]);
    }
    mailbox.received(DownChannel.COMMAND, new byte[100]);
    assertEquals(0, mailbox.dropped());
    for (int i = 0; i < 200; i++) {
      mailbox.received(DownChannel.PROGRESS, new byte[100]);
    }
    mailbox.received(DownChannel.PROGRESS, new byte[20 * 1024]);
    assertTrue(mailbox.dropped() >= 100);
  }
}
