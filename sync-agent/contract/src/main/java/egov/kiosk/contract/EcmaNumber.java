package egov.kiosk.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text the way RFC 8785 §3.2.2.3 asks for: ECMAScript's Number::toString, the shortest
 * digits that read back as the same double. {@code Double.toString} gives other text, and not the
 * same on every Java release.
 */
final class EcmaNumber {
  /** Every decimal of so many digits survives the way through a normal double. */
  private static final int SAFE_DIGITS = 15;

  private static final int MOST_DIGITS = 17;
  private static final int LARGEST_PLAIN = 21;
  private static final int SMALLEST_PLAIN = -6;

  private EcmaNumber() {}

  /**
   * The text of a number.
   *
   * @throws IllegalArgumentException for what JSON cannot say: not-a-number and infinities
   */
  static String format(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for infinity or not-a-number");
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    // The value is 0.digits times ten to this power.
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + place(digits, point);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    int fewest = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
    for (int digits = fewest; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String place(String digits, int point) {
    if (point > LARGEST_PLAIN || point <= SMALLEST_PLAIN) {
      int exponent = point - 1;
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }
}
