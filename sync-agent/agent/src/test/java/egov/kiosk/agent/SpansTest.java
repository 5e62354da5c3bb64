package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.trace.Span;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agent tells of a message's way. */
class SpansTest {
  private static List<String> words(Stage stage, SignedEnvelope message) {
    return stage.spans.of(message.id()).stream()
        .map(span -> span.work() + " " + span.outcome() + " " + span.lasted().toMillis())
        .toList();
  }

  @Test
  void sentAcknowledgedSettled_eachWithItsTime() {
    Stage stage = new Stage(10);
    SignedEnvelope message = stage.queue(1).get(0);
    stage.connect();
    stage.now += Duration.ofMillis(40).toNanos();
    stage.uplink.acknowledge();
    stage.pass(Duration.ofMillis(60));
    stage.receipt(Messages.receipt(message));
    assertEquals(List.of("SEND ACKNOWLEDGED 40", "SETTLE SETTLED 0"), words(stage, message));
    List<Span> spans = stage.spans.of(message.id());
    assertEquals(Duration.ofMillis(100).toNanos(), spans.get(1).tick() - spans.get(0).tick());
  }

  @Test
  void brokerRefuses_isSaid_andTheNextSendingIsASpanOfItsOwn() {
    Stage stage = new Stage(10);
    SignedEnvelope message = stage.queue(1).get(0);
    stage.connect();
    stage.uplink.complete(SendOutcome.parked(SendOutcome.QUOTA_EXCEEDED));
    stage.pass(Stage.PARK);
    stage.uplink.acknowledge();
    assertEquals(
        List.of("PARKED", "ACKNOWLEDGED"),
        stage.spans.of(message.id()).stream().map(span -> span.outcome().name()).toList());
  }
}
