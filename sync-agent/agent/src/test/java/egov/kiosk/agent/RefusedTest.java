package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.OutboxCounts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent's rules when the broker will not take something. */
class RefusedTest {
  @Test
  void kindRefused_otherKindFlows_oneTryAfterThePause() {
    Stage stage = new Stage(2);
    for (int i = 0; i < 5; i++) {
      stage.outbox.append(Messages.rating());
      stage.outbox.append(Messages.item());
    }
    stage.connect();
    refuseRatingsAnswerItems(stage);
    assertEquals(new OutboxCounts(5, 5, 0), stage.outbox.counts());
    int ratingsSent = stage.uplink.history().size() - 5;
    assertTrue(ratingsSent <= 2, "sent " + ratingsSent + " ratings into the refusal");
    stage.pass(Stage.PARK.minusSeconds(1));
    assertEquals(5 + ratingsSent, stage.uplink.history().size(), "left alone");
    assertEquals(5, stage.agent.status().drain().parked());
    stage.pass(Duration.ofSeconds(4));
    assertEquals(1, stage.uplink.out.size(), "one is tried");
    stage.uplink.complete(SendOutcome.parked(SendOutcome.NOT_AUTHORISED));
    stage.pass(Stage.PARK.minusSeconds(1));
    assertTrue(stage.uplink.out.isEmpty());
    stage.pass(Duration.ofSeconds(4));
    stage.deliverAll();
    stage.pass(Duration.ofSeconds(4));
    stage.deliverAll();
    assertEquals(new OutboxCounts(0, 10, 0), stage.outbox.counts());
    assertEquals(0, stage.agent.status().drain().parked());
  }

  private static void refuseRatingsAnswerItems(Stage stage) {
    while (!stage.uplink.out.isEmpty()) {
      boolean item = stage.uplink.out.peek().envelope().kind() == MessageKind.ITEM;
      if (item) {
        stage.receipt(Messages.receipt(stage.uplink.acknowledge().envelope()));
      } else {
        stage.uplink.complete(SendOutcome.parked(SendOutcome.NOT_AUTHORISED));
        stage.step();
      }
    }
  }

  @Test
  void quotaExceeded_everythingPauses() {
    Stage stage = new Stage(1);
    stage.queue(3);
    stage.outbox.append(Messages.rating());
    stage.connect();
    stage.uplink.complete(SendOutcome.parked(SendOutcome.QUOTA_EXCEEDED));
    stage.pass(Stage.PARK.minusSeconds(1));
    assertEquals(List.of(1L), stage.uplink.history());
    stage.pass(Duration.ofSeconds(4));
    stage.deliverAll();
    stage.pass(Duration.ofSeconds(4));
    stage.deliverAll();
    assertEquals(4, stage.outbox.counts().delivered());
  }

  @Test
  void refused_reconnect_triedAtOnce() {
    Stage stage = new Stage(1);
    stage.queue(2);
    stage.connect();
    stage.uplink.complete(SendOutcome.parked(SendOutcome.NOT_AUTHORISED));
    stage.step();
    stage.uplink.disconnect();
    stage.connect();
    assertEquals(List.of(1L, 1L), stage.uplink.history());
    stage.deliverAll();
    stage.pass(Duration.ofSeconds(4));
    stage.deliverAll();
    assertEquals(2, stage.outbox.counts().delivered());
  }

  @Test
  void oversize_keptVisiblyAndOthersPass_sentWhenTheBrokerTakesMore() {
    Stage stage = new Stage(1);
    stage.outbox.append(Messages.of(MessageKind.ITEM, 5000));
    stage.queue(2);
    stage.uplink.maxMessageBytes = 4096;
    stage.connect();
    stage.deliverAll();
    assertEquals(List.of(2L, 3L), stage.uplink.history());
    assertEquals(1, stage.agent.status().drain().oversize());
    assertTrue(
        new AgentCheck(stage.agent).check(Duration.ZERO).what().contains("larger than the broker"));
    stage.pass(Stage.PARK.multipliedBy(3));
    assertEquals(2, stage.uplink.history().size());
    stage.uplink.disconnect();
    stage.uplink.maxMessageBytes = 8192;
    stage.connect();
    stage.deliverAll();
    assertEquals(3, stage.outbox.counts().delivered());
    assertEquals(0, stage.agent.status().drain().oversize());
  }
}
