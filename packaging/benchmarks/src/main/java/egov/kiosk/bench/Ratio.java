package egov.kiosk.bench;

import java.util.Locale;

/**
 * One figure.
 *
 * @param name what was measured
 * @param value ours over theirs
 * @param goal the largest value that is good enough
 * @param ours our median, in milliseconds
 * @param theirs the other side's median, in milliseconds
 */
record Ratio(String name, double value, double goal, double ours, double theirs) {
  static Ratio of(String name, double ours, double theirs, double goal) {
    return new Ratio(name, ours / theirs, goal, ours, theirs);
  }

  /** {@code ratio <name> <value> <goal>}. */
  String line() {
    return String.format(Locale.ROOT, "ratio %s %.3f <=%s", name, value, goal);
  }

  /** The two sides, for the reader. */
  String detail() {
    return String.format(Locale.ROOT, "  %s: %.3f ms over %.3f ms", name, ours, theirs);
  }
}
