package egov.kiosk.packager;

import java.math.BigInteger;

/** Which of two versions is the later one. */
final class Versions {
  private Versions() {}

  /** Dots and such part a version, and so does a letter beside a digit: {@code 9+deb12u10}. */
  private static final String BETWEEN = "[.+~:-]|(?<=[0-9])(?=[a-zA-Z])|(?<=[a-zA-Z])(?=[0-9])";

  /** By their parts: numbers as numbers, words before numbers. */
  static int compare(String one, String other) {
    String[] first = one.split(BETWEEN);
    String[] second = other.split(BETWEEN);
    for (int i = 0; i < Math.max(first.length, second.length); i++) {
      int order = part(i < first.length ? first[i] : "0", i < second.length ? second[i] : "0");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int part(String one, String other) {
    boolean number = one.matches("[0-9]+");
    if (number != other.matches("[0-9]+")) {
      return number ? 1 : -1;
    }
    return number
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareToIgnoreCase(other);
  }
}
