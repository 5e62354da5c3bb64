package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void pauses_areQuickThenDoubleToTheCap() {
    BackOff backOff = new BackOff(BackOff.Limits.FLEET, () -> 0.999999);
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      seconds.add(backOff.next().plusMillis(1).toSeconds());
    }
    assertEquals(List.of(1L, 1L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 120L, 120L, 120L), seconds);
  }

  @Property
  void everyPause_liesBetweenHalfAndWhole(
      @ForAll @IntRange(min = 1, max = 200) int tries,
      @ForAll @DoubleRange(min = 0, max = 0.99) double random) {
    BackOff backOff = new BackOff(BackOff.Limits.FLEET, () -> random);
    Duration pause = Duration.ZERO;
    for (int i = 0; i < tries; i++) {
      pause = backOff.next();
    }
    assertTrue(pause.toMillis() >= 500);
    assertTrue(pause.compareTo(BackOff.Limits.FLEET.cap()) <= 0);
  }

  @Test
  void stableConnection_resets() {
    BackOff backOff = new BackOff(BackOff.Limits.FLEET, () -> 0);
    for (int i = 0; i < 8; i++) {
      backOff.next();
    }
    backOff.ended(LONG, false);
    assertEquals(Duration.ofMillis(500), backOff.next());
  }

  @Test
  void shortConnection_doesNotReset() {
    BackOff backOff = new BackOff(BackOff.Limits.FLEET, () -> 0);
    for (int i = 0; i < 6; i++) {
      backOff.next();
    }
    backOff.ended(Duration.ofSeconds(5), false);
    assertEquals(Duration.ofSeconds(8), backOff.next());
  }

  @Test
  void takeover_aHundredTimes_doublesEachTimeUpToTheCap() {
    BackOff backOff = new BackOff(BackOff.Limits.FLEET, () -> 0.999999);
    Duration before = backOff.next();
    Duration lasted = Duration.ZERO;
    for (int i = 0; i < 100; i++) {
      // The thief waits as long as we did before it pushes us out again.
      backOff.ended(lasted, true);
      assertTrue(backOff.contested());
      Duration pause = backOff.next();
      long twice = Math.min(2 * before.toMillis() - 10, BackOff.Limits.FLEET.cap().toMillis() - 10);
      assertTrue(pause.toMillis() >= twice, "try " + i + ": " + pause + " after " + before);
      before = pause;
      lasted = pause;
    }
  }

  @Test
  void takeover_afterALongPeace_startsAgainFromDouble() {
    BackOff backOff = new BackOff(BackOff.Limits.FLEET, () -> 0.999999);
    backOff.next();
    backOff.ended(Duration.ZERO, true);
    backOff.next();
    backOff.ended(LONG, false);
    assertFalse(backOff.contested());
    backOff.next();
    backOff.ended(LONG, true);
    assertEquals(2, backOff.next().plusMillis(1).toSeconds());
  }
}
