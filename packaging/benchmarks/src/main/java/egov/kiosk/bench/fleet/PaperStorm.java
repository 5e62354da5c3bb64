package egov.kiosk.bench.fleet;

import egov.kiosk.uplinkmqtt.link.BackOff;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The storm of a fleet no machine here can simulate, from the product's own pauses alone: when each
 * kiosk's next try falls after a broker that was away comes back and serves at once.
 */
final class PaperStorm {
  private static final int KIOSKS = 100_000;
  private static final int[] OUTAGES = {30, 60, 180, 1800};
  private static final long MILLIS = 1000;

  private PaperStorm() {}

  /** Prints the busiest second and the last kiosk's return for short and long outages. */
  static void run(Figures figures) {
    for (int outage : OUTAGES) {
      long[] back = back(KIOSKS, outage * MILLIS, BackOff.Limits.FLEET);
      String name = "paper-storm-100000/outage-" + outage + "s";
      figures.add(name + "-peak", Connects.peak(back, MILLIS), "connects/s");
      figures.add(name + "-all-back", Arrays.stream(back).max().orElse(0) / 1000.0, "s");
    }
  }

  /** Milliseconds after the return at which each kiosk tries; all were cut within a second. */
  static long[] back(int kiosks, long outage, BackOff.Limits limits) {
    long[] back = new long[kiosks];
    for (int kiosk = 0; kiosk < kiosks; kiosk++) {
      SplittableRandom random = new SplittableRandom(kiosk);
      BackOff pauses = new BackOff(limits, random::nextDouble);
      long at = random.nextLong(MILLIS);
      while (at < outage) {
        at += pauses.next().toMillis();
      }
      back[kiosk] = at - outage;
    }
    return back;
  }
}
