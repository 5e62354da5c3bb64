package egov.kiosk.flow.view;

/** Hides the middle of a value, so that its owner knows it and nobody else learns it. Stateless. */
public final class Masks {
  private static final int LONG = 7;
  private static final int SHORT = 2;
  private static final String HIDDEN = "****";

  private Masks() {}

  /** The value with its middle hidden; a telephone number as 138****1234. */
  public static String of(String value) {
    int length = value.codePointCount(0, value.length());
    if (length == 0) {
      return "";
    }
    if (length <= SHORT) {
      return first(value, 1) + "*";
    }
    return length <= LONG
        ? first(value, 1) + HIDDEN
        : first(value, 3) + HIDDEN + value.substring(value.offsetByCodePoints(0, length - 4));
  }

  private static String first(String value, int count) {
    return value.substring(0, value.offsetByCodePoints(0, count));
  }
}
