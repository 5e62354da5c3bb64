package egov.kiosk.bench.identity.attack;

/** What a count says about a rate: none of a hundred is not never. */
final class Confidence {
  private static final double DOUBT = 0.05;

  private Confidence() {}

  /** The highest rate at which so few events of so many are still one time in twenty. */
  static double atMost(int events, int of) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (likely(events, of, middle) > DOUBT) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Probability of at most so many events (binomial). */
  private static double likely(int events, int of, double rate) {
    if (events >= of) {
      return 1;
    }
    double term = Math.pow(1 - rate, of);
    double sum = term;
    for (int k = 1; k <= events; k++) {
      term *= (of - k + 1) * rate / (k * (1 - rate));
      sum += term;
    }
    return sum;
  }
}
