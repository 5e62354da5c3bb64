package egov.kiosk.facepacks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrialsTest {
  /** Different people at 0.000 to 0.999 in steps of a thousandth; one person at three places. */
  private static Trials ladder() {
    float[] different = new float[1000];
    for (int i = 0; i < different.length; i++) {
      different[i] = i / 1000f;
    }
    return new Trials(new float[] {0.5f, 0.9895f, 0.9999f}, different, 0);
  }

  @Test
  void threshold_letsExactlyThatPartPass() {
    Trials trials = ladder();

    assertEquals(0.01, trials.far(trials.threshold(0.01)), 1e-12);
    assertEquals(0.9891, trials.threshold(0.01), 1e-9);
    assertEquals(0.9891, trials.threshold(0.0109), 1e-9);
  }

  @Test
  void tar_countsWhoReachesTheThreshold() {
    assertEquals(2 / 3.0, ladder().tar(0.9891), 1e-12);
    assertEquals(1, ladder().tar(-1), 1e-12);
    assertEquals(0, ladder().tar(1), 1e-12);
  }

  @Test
  void rate_needsTenMistakes() {
    assertTrue(ladder().measures(0.01));
    assertFalse(ladder().measures(0.009));
  }

  @Property(tries = 200)
  void thresholdOfAnyScores_isNeverTooLenient(
      @ForAll @Size(min = 1, max = 300) float @FloatRange(min = -1, max = 1) [] different,
      @ForAll @FloatRange(min = 0.01f, max = 0.2f) float far) {
    // Similarities lie between -1 and 1.
    for (int i = 0; i < different.length; i++) {
      different[i] = (float) Math.tanh(different[i]);
    }
    Trials trials = new Trials(new float[] {0}, different, 0);
    double threshold = trials.threshold(far);

    assertTrue(threshold <= 1);
    assertTrue(threshold == 1 || trials.far(threshold) <= far + 1e-9);
  }
}
