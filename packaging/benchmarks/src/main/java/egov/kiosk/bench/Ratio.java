package egov.kiosk.bench;

import java.util.Locale;

/**
 * One figure.
 *
 * @param name what was measured
 * @param value ours over theirs
 * @param goal what is good enough, with its direction, such as {@code <=1.2}
 * @param detail both sides with their unit, for the reader
 */
public record Ratio(String name, double value, String goal, String detail) {
  /** A ratio of times: the smaller the better. */
  static Ratio of(String name, double ours, double theirs, double goal) {
    return atMost(name, ours / theirs, goal, ours, theirs, "ms");
  }

  /** A ratio that should not be larger than the goal. */
  public static Ratio atMost(
      String name, double value, double goal, double ours, double theirs, String unit) {
    return new Ratio(name, value, "<=" + goal, sides(ours, theirs, unit));
  }

  /** A ratio that should not be smaller than the goal. */
  public static Ratio atLeast(
      String name, double value, double goal, double ours, double theirs, String unit) {
    return new Ratio(name, value, ">=" + goal, sides(ours, theirs, unit));
  }

  private static String sides(double ours, double theirs, String unit) {
    return String.format(Locale.ROOT, "%.3f %s over %.3f %s", ours, unit, theirs, unit);
  }

  /** {@code ratio <name> <value> <goal>}. */
  public String line() {
    return String.format(Locale.ROOT, "ratio %s %.3f %s", name, value, goal);
  }

  /** The two sides, for the reader. */
  public String detailLine() {
    return "  " + name + ": " + detail;
  }
}
