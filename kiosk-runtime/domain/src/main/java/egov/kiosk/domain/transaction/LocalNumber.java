package egov.kiosk.domain.transaction;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The provisional number a citizen takes home (临时号) until the platform gives the official
 * acceptance number (受理号). Twelve digits, easy to read out in groups of four.
 *
 * @param value exactly 12 digits
 */
public record LocalNumber(String value) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{12}");

  public LocalNumber {
    Objects.requireNonNull(value, "value");
    if (!DIGITS.matcher(value).matches()) {
      throw new IllegalArgumentException("a provisional number has 12 digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
