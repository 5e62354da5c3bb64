package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * The provisional number a citizen takes home (临时号) until the platform gives the official
 * acceptance number (受理号). Twelve digits, easy to read out in groups of four.
 *
 * @param value exactly 12 digits
 */
public record LocalNumber(String value) {
  public LocalNumber {
    Objects.requireNonNull(value, "value");
    if (!value.matches("[0-9]{12}")) {
      throw new IllegalArgumentException("a provisional number has 12 digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
