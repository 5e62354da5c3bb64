package egov.kiosk.bench.sync;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;

/** Rates of two sides, round by round. */
final class Rounds {
  private final Medians ours = new Medians();
  private final Medians theirs = new Medians();
  private final Medians ratios = new Medians();

  /** Takes one round's rates, in operations a second. */
  void add(double ourRate, double theirRate) {
    ours.add(ourRate);
    theirs.add(theirRate);
    ratios.add(ourRate / theirRate);
  }

  /** A ratio of rates: the larger the better. */
  Ratio atLeast(String name, double goal) {
    return Ratio.atLeast(name, ratios.median(), goal, ours.median(), theirs.median(), "/s");
  }

  /** The same for the reader only, without a goal. */
  String detail(String name) {
    return atLeast(name, 0).detailLine();
  }
}
