package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent's rules when acknowledgements, receipts, connections or rights are missing. */
class BadLineTest {
  @Test
  void acknowledgementLost_receiptTimeout_sentAgain() {
    Stage stage = new Stage(2);
    stage.queue(1);
    stage.connect();
    stage.uplink.swallow();
    stage.pass(Stage.RECEIPT_TIMEOUT.minusMillis(1));
    assertEquals(List.of(1L), stage.uplink.history());
    stage.pass(Duration.ofMillis(1));
    assertEquals(List.of(1L, 1L), stage.uplink.history());
  }

  @Test
  void receiptLost_sentAgain_secondReceiptSettles() {
    Stage stage = new Stage(2);
    stage.queue(1);
    stage.connect();
    stage.uplink.acknowledge();
    stage.pass(Stage.RECEIPT_TIMEOUT);
    stage.deliverAll();
    assertEquals(List.of(1L, 1L), stage.uplink.history());
    assertEquals(1, stage.told.size());
  }

  @Test
  void platformSilent_wholeDay_noMoreIsSentThanTheWindowLets() {
    Stage stage = new Stage(3);
    stage.queue(50);
    stage.connect();
    long day = Duration.ofHours(24).toSeconds();
    for (int i = 0; i < day; i += 10) {
      stage.pass(Duration.ofSeconds(10));
      while (!stage.uplink.out.isEmpty()) {
        stage.uplink.acknowledge();
      }
      stage.step();
    }
    List<Long> sent = stage.uplink.history();
    // A place of the window is used about once a minute, whoever has it.
    assertTrue(sent.size() <= 3 * day / 30, "sent " + sent.size() + " times");
    assertTrue(sent.size() >= 3 * day / 130, "sent only " + sent.size() + " times");
    assertEquals(50, new HashSet<>(sent).size(), "none keeps the others waiting for ever");
    // Those that went out last are sent again when their receipts are overdue.
    for (int i = 0; i < 3; i++) {
      stage.deliverAll();
      stage.pass(Stage.CAP);
    }
    stage.deliverAll();
    assertEquals(50, stage.outbox.counts().delivered());
  }

  @Test
  void oneMessageNeverAnswered_othersPassIt() {
    Stage stage = new Stage(1);
    List<SignedEnvelope> messages = stage.queue(5);
    stage.connect();
    stage.uplink.acknowledge();
    stage.agent.settings(Stage.settings(2));
    stage.pass(Duration.ofSeconds(1));
    // The second is answered, the first is not: after its timeout the first steps aside.
    stage.receipt(Messages.receipt(stage.uplink.acknowledge().envelope()));
    stage.agent.settings(Stage.settings(1));
    stage.pass(Stage.RECEIPT_TIMEOUT);
    for (int rounds = 0; rounds < 20; rounds++) {
      while (!stage.uplink.out.isEmpty()) {
        SignedEnvelope next = stage.uplink.acknowledge().envelope();
        if (!next.equals(messages.get(0))) {
          stage.receipt(Messages.receipt(next));
        }
      }
      stage.pass(Stage.RECEIPT_TIMEOUT);
    }
    assertEquals(new OutboxCounts(1, 4, 0), stage.outbox.counts());
    assertTrue(Collections.frequency(stage.uplink.history(), 1L) > 2, "and is still tried");
  }

  @Test
  void disconnect_midWindow_unacknowledgedGoFirstAndAtOnce() {
    Stage stage = new Stage(4);
    stage.queue(8);
    stage.connect();
    stage.uplink.acknowledge();
    stage.uplink.disconnect();
    stage.step();
    stage.pass(Duration.ofHours(1));
    assertEquals(List.of(1L, 2L, 3L, 4L), stage.uplink.history(), "nothing while offline");
    stage.connect();
    assertEquals(List.of(1L, 2L, 3L, 4L, 2L, 3L, 4L), stage.uplink.history());
    stage.pass(Duration.ofSeconds(3));
    assertEquals(8, stage.uplink.history().size(), "the acknowledged one after a short grace");
    stage.deliverAll();
    assertEquals(8, stage.outbox.counts().delivered());
  }

  @Test
  void reconnect_smallerWindow_neverExceeded() {
    Stage stage = new Stage(10);
    stage.queue(20);
    stage.connect();
    stage.uplink.disconnect();
    stage.step();
    stage.uplink.window = 3;
    stage.connect();
    assertEquals(3, stage.uplink.out.size());
    assertFalse(stage.step() == 0, "waits instead of spinning");
    stage.deliverAll();
    assertEquals(20, stage.outbox.counts().delivered());
  }

  @Test
  void sendFails_whileConnected_triedAgainWithGrowingPauses() {
    Stage stage = new Stage(1);
    stage.queue(2);
    stage.connect();
    stage.uplink.complete(SendOutcome.failed());
    stage.pass(Duration.ofSeconds(1));
    assertEquals(List.of(1L, 1L), stage.uplink.history());
    stage.uplink.complete(SendOutcome.failed());
    stage.pass(Duration.ofMillis(999));
    assertEquals(2, stage.uplink.history().size());
    stage.pass(Duration.ofMillis(1001));
    assertEquals(List.of(1L, 1L, 1L), stage.uplink.history());
  }

  @Test
  void brokerNeverAcknowledges_wholeHour_windowOfTheUplinkNeverExceeded() {
    Stage stage = new Stage(10);
    stage.uplink.window = 4;
    stage.queue(20);
    stage.connect();
    stage.pass(Duration.ofHours(1));
    assertEquals(4, stage.uplink.out.size());
    stage.uplink.disconnect();
    stage.connect();
    stage.deliverAll();
    assertEquals(20, stage.outbox.counts().delivered());
  }

  @Test
  void queueFails_laterWorks_nothingLost() {
    Stage stage = new Stage(2);
    List<SignedEnvelope> messages = stage.queue(2);
    stage.outbox.failing = true;
    stage.connect();
    stage.pass(Duration.ofMinutes(1));
    stage.outbox.failing = false;
    stage.pass(Duration.ofSeconds(6));
    stage.uplink.acknowledge();
    stage.outbox.failing = true;
    stage.receipt(Messages.receipt(messages.get(0)));
    assertTrue(stage.told.isEmpty());
    stage.outbox.failing = false;
    stage.pass(Stage.RECEIPT_TIMEOUT);
    stage.deliverAll();
    assertEquals(2, stage.outbox.counts().delivered());
  }

  @Test
  void rowGivenUpByTheQueue_resendDue_forgotten() {
    Stage stage = new Stage(1);
    stage.queue(2);
    stage.connect();
    stage.uplink.acknowledge();
    stage.outbox.giveUp(1);
    stage.pass(Stage.RECEIPT_TIMEOUT);
    assertEquals(List.of(1L, 2L), stage.uplink.history());
  }

  @Test
  void rowRestoredBehindTheCursor_nextRound_sent() {
    Stage stage = new Stage(5);
    stage.queue(5);
    stage.outbox.giveUp(2);
    stage.connect();
    stage.deliverAll();
    stage.outbox.restore(2);
    stage.agent.appended(2);
    stage.deliverAll();
    assertEquals(new OutboxCounts(0, 5, 0), stage.outbox.counts());
  }

  @Test
  void deadLetterRetriedWhileMuchWaits_goesNext() {
    Stage stage = new Stage(1);
    List<SignedEnvelope> messages = stage.queue(100);
    stage.connect();
    stage.uplink.acknowledge();
    stage.receipt(Messages.refusal(messages.get(0)));
    stage.receipt(Messages.receipt(stage.uplink.acknowledge().envelope()));
    stage.outbox.retry(messages.get(0).id());
    stage.agent.appended(1);
    stage.receipt(Messages.receipt(stage.uplink.acknowledge().envelope()));
    assertEquals(List.of(1L, 2L, 3L, 1L), stage.uplink.history());
    stage.deliverAll();
    assertEquals(100, stage.outbox.counts().delivered());
  }
}
