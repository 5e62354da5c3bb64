package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Property
  void receiptWait_anyNumberOfSendings_betweenHalfAndAllOfTheDoubledPause(
      @ForAll @IntRange(min = 1, max = 1_000_000) int sendings, @ForAll long seed) {
    Backoff backoff = new Backoff(Stage.settings(1), new Random(seed));
    long wait = backoff.receiptWait(sendings);
    long full = Math.min(120, sendings >= 3 ? 120 : 30L << (sendings - 1)) * SECOND;
    assertTrue(wait <= full && wait >= full / 2, wait + " of " + full);
    assertTrue(sendings > 1 || wait == 30 * SECOND, "the first wait is the timeout itself");
  }

  @Property
  void failurePause_anyNumberOfFailures_withinTheCap(
      @ForAll @IntRange(min = 1, max = 1_000_000) int failures, @ForAll long seed) {
    long pause = new Backoff(Stage.settings(1), new Random(seed)).failurePause(failures);
    assertTrue(pause >= SECOND / 2 && pause <= 120 * SECOND);
  }

  @Test
  void cap_belowTheTimeout_timeoutCounts() {
    AgentSettings odd =
        new AgentSettings(1, Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertEquals(60 * SECOND, new Backoff(odd, new Random(1)).receiptWait(1));
  }

  @Test
  void settings_wrong_refused() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(
        IllegalArgumentException.class, () -> new AgentSettings(0, second, second, second));
    assertThrows(
        IllegalArgumentException.class, () -> new AgentSettings(2001, second, second, second));
    assertThrows(
        IllegalArgumentException.class, () -> new AgentSettings(1, Duration.ZERO, second, second));
  }
}
