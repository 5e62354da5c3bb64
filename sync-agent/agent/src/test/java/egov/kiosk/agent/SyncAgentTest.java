package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.OutboxCounts;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The agent's rules on a line that behaves. */
class SyncAgentTest {
  @Test
  void connect_backlog_sentOldestFirstWithinTheWindow() {
    Stage stage = new Stage(4);
    stage.queue(10);
    stage.connect();
    assertEquals(List.of(1L, 2L, 3L, 4L), stage.uplink.history());
    stage.deliverAll();
    assertEquals(LongStream.rangeClosed(1, 10).boxed().toList(), stage.uplink.history());
    assertEquals(new OutboxCounts(0, 10, 0), stage.outbox.counts());
  }

  @Test
  void connect_uplinkTakesLess_itsWindowCounts() {
    Stage stage = new Stage(10);
    stage.uplink.window = 3;
    stage.queue(10);
    stage.connect();
    assertEquals(3, stage.uplink.out.size());
  }

  @Test
  void notConnected_backlog_nothingSent() {
    Stage stage = new Stage(4);
    stage.queue(10);
    assertEquals(Drain.IDLE, stage.step());
    assertTrue(stage.uplink.history().isEmpty());
  }

  @Test
  void acknowledged_noReceipt_staysPendingAndHoldsItsPlace() {
    Stage stage = new Stage(2);
    stage.queue(5);
    stage.connect();
    stage.uplink.acknowledge();
    stage.uplink.acknowledge();
    stage.pass(Stage.RECEIPT_TIMEOUT.minusSeconds(1));
    assertEquals(List.of(1L, 2L), stage.uplink.history());
    assertEquals(new OutboxCounts(5, 0, 0), stage.outbox.counts());
  }

  @Test
  void receipt_genuine_settledAndToldOnceThousandCopiesChangeNothing() {
    Stage stage = new Stage(2);
    SignedEnvelope message = stage.queue(1).get(0);
    stage.connect();
    stage.uplink.acknowledge();
    for (int i = 0; i < 1000; i++) {
      stage.receipt(Messages.receipt(message));
    }
    assertEquals(1, stage.told.size());
    assertEquals(message.id(), stage.told.get(0).messageId());
    assertEquals(new OutboxCounts(0, 1, 0), stage.outbox.counts());
    assertEquals(0, stage.agent.status().refusedReceipts());
  }

  @Test
  void receipt_refusal_settledAndTold() {
    Stage stage = new Stage(2);
    SignedEnvelope message = stage.queue(1).get(0);
    stage.connect();
    stage.uplink.acknowledge();
    stage.receipt(Messages.refusal(message));
    assertEquals(1, stage.told.size());
    assertEquals(new OutboxCounts(0, 0, 1), stage.outbox.counts());
  }

  @Test
  void receipt_beforeTheAcknowledgement_settlesAndFreesThePlace() {
    Stage stage = new Stage(1);
    List<SignedEnvelope> messages = stage.queue(2);
    stage.connect();
    stage.receipt(Messages.receipt(messages.get(0)));
    assertEquals(List.of(1L, 2L), stage.uplink.history());
    stage.uplink.acknowledge();
    stage.step();
    assertEquals(new OutboxCounts(1, 1, 0), stage.outbox.counts());
  }

  @Test
  void receipt_forgedForeignOrNoise_ignoredAndCounted() {
    Stage stage = new Stage(2);
    SignedEnvelope message = stage.queue(1).get(0);
    stage.connect();
    stage.uplink.acknowledge();
    stage.receipt(Messages.forged(message));
    stage.receipt(Messages.bytes("noise"));
    stage.receipt(new byte[0]);
    stage.receipt(Messages.receipt(Messages.item()));
    stage.receipt(Messages.bytes("genuine ACCEPTED " + message.id() + " " + "0".repeat(64)));
    stage.receipt(new byte[ReceiptDesk.MAX_BYTES + 1]);
    assertEquals(5, stage.agent.status().refusedReceipts());
    assertEquals(1, stage.agent.status().droppedReceipts());
    assertEquals(new OutboxCounts(1, 0, 0), stage.outbox.counts());
    assertTrue(stage.told.isEmpty());
  }

  @Test
  void receipts_floodBetweenTwoRounds_boundedAndDropped() {
    Stage stage = new Stage(2);
    stage.connect();
    for (int i = 0; i < 10_000; i++) {
      stage.uplink.listener.receipt(Messages.bytes("noise"));
    }
    stage.step();
    assertEquals(10_000 - 256, stage.agent.status().droppedReceipts());
    assertEquals(256, stage.agent.status().refusedReceipts());
  }

  @Test
  void settlementListener_throws_othersStillTold() {
    Stage stage = new Stage(2);
    stage.settlements.add(
        0,
        receipt -> {
          throw new IllegalStateException("a bug of somebody else");
        });
    stage.queue(3);
    stage.connect();
    stage.deliverAll();
    assertEquals(3, stage.told.size());
  }

  @Test
  void connectivity_changes_toldInOrderAndOnlyChanges() {
    Stage stage = new Stage(2);
    assertFalse(stage.agent.online());
    stage.connect();
    assertTrue(stage.agent.online());
    stage.uplink.connect();
    stage.uplink.disconnect();
    stage.uplink.disconnect();
    stage.step();
    assertFalse(stage.agent.online());
    stage.connect();
    assertEquals(List.of(true, false, true), stage.connectivity);
  }

  @Test
  void introduce_newListener_toldHowThingsStand() {
    Stage stage = new Stage(2);
    stage.connect();
    List<Boolean> late = new java.util.ArrayList<>();
    stage.agent.introduce(late::add);
    stage.step();
    assertEquals(List.of(true), late);
  }

  @Test
  void attempts_eachSending_counted() {
    Stage stage = new Stage(2);
    stage.queue(1);
    stage.connect();
    stage.uplink.acknowledge();
    stage.pass(Stage.RECEIPT_TIMEOUT);
    assertEquals(2, stage.outbox.attempts.get(1L));
  }

  @Test
  void settings_changedWhileWorking_newWindowCounts() {
    Stage stage = new Stage(2);
    stage.queue(10);
    stage.connect();
    assertEquals(2, stage.uplink.out.size());
    stage.agent.settings(Stage.settings(5));
    stage.step();
    assertEquals(5, stage.uplink.out.size());
  }

  @Test
  void backlogOf20000_drained_memoryAndReadsStayBounded() {
    Stage stage = new Stage(10);
    stage.queue(20_000);
    stage.connect();
    assertTrue(stage.agent.status().drain().underWay() <= 10);
    stage.deliverAll();
    assertEquals(20_000, stage.uplink.history().size());
    assertTrue(stage.outbox.largestLimit <= 16, "asked for " + stage.outbox.largestLimit);
  }

  @Test
  void check_eachCondition_saysWhoActs() {
    Stage stage = new Stage(2);
    AgentCheck check = new AgentCheck(stage.agent);
    assertEquals(Level.WARN, check.check(Duration.ZERO).level());
    stage.queue(1);
    stage.connect();
    assertEquals(Level.OK, check.check(Duration.ZERO).level());
    stage.uplink.acknowledge();
    stage.pass(Stage.RECEIPT_TIMEOUT);
    assertTrue(check.check(Duration.ZERO).what().contains("has not answered 1"));
    assertTrue(check.check(Duration.ZERO).what().contains("since 2026-11-21T08:00:00Z"));
  }
}
