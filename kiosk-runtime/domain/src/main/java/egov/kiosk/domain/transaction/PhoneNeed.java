package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * Why something cannot be done without a mobile phone, in words for whoever has none. Nobody is
 * turned away without both.
 *
 * @param why what the number is needed for
 * @param where where else it can be done, or who helps
 * @param whyEnglish {@code why} in English, may be empty
 * @param whereEnglish {@code where} in English, may be empty
 */
public record PhoneNeed(String why, String where, String whyEnglish, String whereEnglish) {
  public PhoneNeed {
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(whyEnglish, "whyEnglish");
    Objects.requireNonNull(whereEnglish, "whereEnglish");
    if (why.isBlank() || where.isBlank()) {
      throw new IllegalArgumentException("who needs a phone is told why, and where else");
    }
  }

  /** Both in English; empty unless both are. */
  public String english() {
    return whyEnglish.isEmpty() || whereEnglish.isEmpty() ? "" : whyEnglish + " " + whereEnglish;
  }

  /** Words without English. */
  public PhoneNeed(String why, String where) {
    this(why, where, "", "");
  }
}
