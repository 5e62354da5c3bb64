package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receipts that come many at a time, and what is sent while they do not come. */
class ReceiptBatchTest {
  @Test
  void fiftyInOneDocument_oneCommit_eachListenerToldOnceOfEach() {
    Stage stage = new Stage(100);
    List<SignedEnvelope> messages = stage.queue(50);
    stage.connect();
    stage.receipt(Messages.receipts(messages));
    assertEquals(1, stage.outbox.commits);
    assertEquals(new OutboxCounts(0, 50, 0), stage.outbox.counts());
    assertEquals(
        messages.stream().map(SignedEnvelope::id).toList(),
        stage.told.stream().map(PlatformReceipt::messageId).toList());
    assertEquals(0, stage.agent.status().drain().underWay());
  }

  @Test
  void oneOfThreeUnknown_othersSettledAndTheStrangerCounted() {
    Stage stage = new Stage(10);
    List<SignedEnvelope> messages = stage.queue(2);
    stage.connect();
    stage.receipt(Messages.receipts(List.of(messages.get(0), Messages.item(), messages.get(1))));
    assertEquals(new OutboxCounts(0, 2, 0), stage.outbox.counts());
    assertEquals(2, stage.told.size());
    assertEquals(1, stage.agent.status().refusedReceipts());
  }

  @Test
  void oneOfThreeForged_wholeDocumentRefused() {
    Stage stage = new Stage(10);
    List<SignedEnvelope> messages = stage.queue(3);
    stage.connect();
    String good = new String(Messages.receipts(messages), StandardCharsets.US_ASCII);
    stage.receipt(Messages.bytes(good.replaceFirst("\ngenuine", "\nforged")));
    assertEquals(new OutboxCounts(3, 0, 0), stage.outbox.counts());
    assertTrue(stage.told.isEmpty());
    assertEquals(1, stage.agent.status().refusedReceipts());
  }

  @Test
  void sameDocumentTwiceAndInPart_settledOnceToldOnce() {
    Stage stage = new Stage(10);
    List<SignedEnvelope> messages = stage.queue(4);
    stage.connect();
    stage.receipt(Messages.receipts(messages.subList(0, 3)));
    stage.receipt(Messages.receipts(messages));
    stage.receipt(Messages.receipts(messages));
    assertEquals(new OutboxCounts(0, 4, 0), stage.outbox.counts());
    assertEquals(4, stage.told.size());
    assertEquals(0, stage.agent.status().refusedReceipts());
  }

  @Test
  void queueFails_nothingToldAndTheDocumentMayComeAgain() {
    Stage stage = new Stage(10);
    List<SignedEnvelope> messages = stage.queue(3);
    stage.connect();
    stage.outbox.failing = true;
    stage.receipt(Messages.receipts(messages));
    assertTrue(stage.told.isEmpty());
    stage.outbox.failing = false;
    stage.receipt(Messages.receipts(messages));
    assertEquals(3, stage.told.size());
  }

  @Test
  void uplinkWindowSmallerThanUnsettled_moreSentWhileReceiptsAreOut_neverMoreUnacknowledged() {
    Stage stage = new Stage(30);
    stage.uplink.window = 4;
    stage.queue(100);
    stage.connect();
    int sent = 0;
    while (!stage.uplink.out.isEmpty()) {
      assertTrue(stage.uplink.out.size() <= 4);
      stage.uplink.acknowledge();
      sent++;
      stage.step();
    }
    assertEquals(30, sent, "acknowledged without a receipt, and no more");
  }

  @Test
  void platformSilentForHours_fewAskAgain_memoryBounded_everythingSettledInTheEnd() {
    Stage stage = new Stage(500);
    List<SignedEnvelope> messages = stage.queue(5000);
    stage.connect();
    acknowledgeAll(stage);
    assertEquals(500, stage.uplink.history().size());
    int sendings = 0;
    for (int minute = 0; minute < 120; minute++) {
      stage.pass(Duration.ofMinutes(1));
      sendings += acknowledgeAll(stage);
    }
    assertTrue(sendings < 120 * 250, sendings + " sendings in two silent hours");
    assertTrue(new HashSet<>(stage.uplink.history()).size() <= 500 + Roll.CAPACITY);
    List<SignedEnvelope> answered = new ArrayList<>(messages.subList(0, 1));
    stage.receipt(Messages.receipts(answered));
    for (int second = 0; second < 3600 && stage.outbox.counts().pending() > 0; second++) {
      stage.pass(Duration.ofSeconds(1));
      List<SignedEnvelope> batch = new ArrayList<>();
      while (!stage.uplink.out.isEmpty()) {
        batch.add(stage.uplink.acknowledge().envelope());
      }
      if (!batch.isEmpty()) {
        stage.receipt(Messages.receipts(batch));
      }
    }
    assertEquals(0, stage.outbox.counts().pending());
    assertEquals(5000, stage.told.size());
  }

  private static int acknowledgeAll(Stage stage) {
    int acknowledged = 0;
    while (!stage.uplink.out.isEmpty()) {
      stage.uplink.acknowledge();
      acknowledged++;
      stage.step();
    }
    return acknowledged;
  }
}
