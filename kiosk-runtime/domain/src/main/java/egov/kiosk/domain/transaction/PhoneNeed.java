package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * Why something cannot be done without a mobile phone, in words for whoever has none. Nobody is
 * turned away without both.
 *
 * @param why what the number is needed for
 * @param where where else it can be done, or who helps
 */
public record PhoneNeed(String why, String where) {
  public PhoneNeed {
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(where, "where");
    if (why.isBlank() || where.isBlank()) {
      throw new IllegalArgumentException("who needs a phone is told why, and where else");
    }
  }
}
