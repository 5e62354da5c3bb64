package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A line that loses, doubles, refuses and breaks at random, and an agent that is killed now and
 * then: in the end every message is settled, each once, and the window was never exceeded.
 */
class ChaosTest {
  private static final int WINDOW = 4;

  @Property(tries = 150)
  void anyMisfortune_everythingSettledOnceInTheEnd(@ForAll long seed) {
    Random random = new Random(seed);
    ListOutbox outbox = new ListOutbox();
    Stage stage = new Stage(WINDOW, outbox);
    stage.uplink.window = WINDOW;
    for (int i = 0; i < 300; i++) {
      misfortune(stage, random);
      if (random.nextInt(60) == 0) {
        long now = stage.now;
        stage = new Stage(WINDOW, outbox);
        stage.uplink.window = WINDOW;
        stage.now = now;
      }
      assertTrue(stage.uplink.out.size() <= WINDOW, "the window is exceeded");
    }
    calm(stage);
    assertEquals(0, outbox.counts().pending(), "with seed " + seed);
    assertEquals(
        outbox.settledOnce.size(), new HashSet<>(outbox.settledOnce).size(), "settled twice");
  }

  private static void misfortune(Stage stage, Random random) {
    switch (random.nextInt(10)) {
      case 0, 1 -> stage.outbox.append(random.nextBoolean() ? Messages.item() : Messages.rating());
      case 2 -> {
        if (!stage.uplink.up) {
          stage.uplink.connect();
        }
      }
      case 3 -> {
        if (random.nextInt(3) == 0) {
          stage.uplink.disconnect();
        }
      }
      case 4 -> stage.pass(Duration.ofMillis(random.nextInt(90_000)));
      default -> answer(stage, random);
    }
    stage.step();
  }

  private static void answer(Stage stage, Random random) {
    if (stage.uplink.out.isEmpty()) {
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> stage.uplink.complete(SendOutcome.failed());
      case 1 -> stage.uplink.complete(SendOutcome.parked(SendOutcome.NOT_AUTHORISED));
      case 2 -> stage.uplink.complete(SendOutcome.parked(SendOutcome.QUOTA_EXCEEDED));
      case 3 -> stage.uplink.acknowledge();
      case 4 -> stage.receipt(Messages.forged(stage.uplink.acknowledge().envelope()));
      default -> {
        SignedEnvelope envelope = stage.uplink.acknowledge().envelope();
        for (int copies = random.nextInt(3); copies >= 0; copies--) {
          stage.receipt(Messages.receipt(envelope));
        }
      }
    }
  }

  private static void calm(Stage stage) {
    stage.uplink.disconnect();
    stage.connect();
    for (int i = 0; i < 400 && stage.outbox.counts().pending() > 0; i++) {
      stage.deliverAll();
      stage.pass(Duration.ofSeconds(30));
    }
  }
}
