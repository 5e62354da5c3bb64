package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.Liveness;
import java.util.Locale;

/** What became of the presentations of one species. Safe for use by several threads. */
final class Tally {
  private int living;
  private int refused;
  private int unanswered;

  /**
   * One more that was answered.
   *
   * @return whether the answer was wrong
   */
  synchronized boolean add(Species species, Liveness liveness) {
    switch (liveness) {
      case PASSED -> living++;
      case FAILED -> refused++;
      case NOT_CHECKED -> unanswered++;
    }
    return liveness == (species.attack() ? Liveness.PASSED : Liveness.FAILED);
  }

  /** One more without an answer: no face, or nothing that could tell. */
  synchronized void addUnanswered() {
    unanswered++;
  }

  /** The rate in the words of ISO/IEC 30107-3, and what the count leaves open. */
  synchronized String line(Species species, FaceDemand demand) {
    int answered = living + refused;
    int wrong = species.attack() ? living : refused;
    return String.format(
        Locale.ROOT,
        "%s %s %s %d of %d: %.1f%% (95%% sure: at most %.2f%%), without an answer %d",
        species.attack() ? "apcer" : "bpcer",
        species.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        demand.name().toLowerCase(Locale.ROOT),
        wrong,
        answered,
        100.0 * wrong / Math.max(1, answered),
        100 * Confidence.atMost(wrong, Math.max(1, answered)),
        unanswered);
  }
}
