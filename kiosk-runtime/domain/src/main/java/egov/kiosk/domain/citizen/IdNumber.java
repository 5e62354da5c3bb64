package egov.kiosk.domain.citizen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document number as printed on an identity card (公民身份号码 and its foreign-resident kin).
 *
 * <p>Two shapes are accepted: 18 characters with the ISO 7064 MOD 11-2 check character of GB
 * 11643-1999, and the 15-character number of the 2017 foreign permanent resident card (3 letters,
 * 12 digits) with its 7-3-1 weighted check digit. Immutable. {@link #toString()} is masked, so that
 * a number cannot slip into a log by accident; {@link #value()} is the only way to the full number.
 */
public final class IdNumber {
  private static final Pattern EIGHTEEN = Pattern.compile("[0-9]{17}[0-9X]");
  private static final Pattern FIFTEEN = Pattern.compile("[A-Z]{3}[0-9]{12}");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final int[] FOREIGN_WEIGHTS = {7, 3, 1};
  private static final int EIGHTEEN_LONG = 18;

  private final String value;

  private IdNumber(String value) {
    this.value = value;
  }

  /**
   * Returns the number, or refuses it.
   *
   * @throws IllegalArgumentException when the shape or the check character is wrong; the message
   *     names the rule and never the number
   */
  public static IdNumber of(String value) {
    Objects.requireNonNull(value, "value");
    if (EIGHTEEN.matcher(value).matches()) {
      if (checkCharacter(value) != value.charAt(17)) {
        throw new IllegalArgumentException("check character of the 18-character number is wrong");
      }
      return new IdNumber(value);
    }
    if (FIFTEEN.matcher(value).matches()) {
      if (foreignCheckDigit(value) != value.charAt(14)) {
        throw new IllegalArgumentException("check digit of the 15-character number is wrong");
      }
      return new IdNumber(value);
    }
    throw new IllegalArgumentException(
        "a document number has 18 characters (17 digits and a check character) or 15 (3 letters"
            + " and 12 digits)");
  }

  /** Computes the check character (GB 11643-1999) from the first 17 digits. */
  static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  /** Computes the check digit from the first 14 characters, letters counting A = 10 to Z = 35. */
  static char foreignCheckDigit(String text) {
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      sum += Character.digit(text.charAt(i), 36) * FOREIGN_WEIGHTS[i % 3];
    }
    return (char) ('0' + sum % 10);
  }

  /** The full number. Personal data: never log it, never show it longer than the citizen asks. */
  public String value() {
    return value;
  }

  /**
   * The day of birth in an 18-character number (characters 7 to 14, on foreign residents' too);
   * empty in the older 15-character one, which names no century, and where no such day is.
   */
  public Optional<LocalDate> birthDate() {
    if (value.length() != EIGHTEEN_LONG) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(value.substring(6, 10)),
              Integer.parseInt(value.substring(10, 12)),
              Integer.parseInt(value.substring(12, 14))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same, where everything rests on it. */
  LocalDate requireBirthDate() {
    return birthDate()
        .orElseThrow(() -> new IllegalArgumentException("the number says no day of birth"));
  }

  /** The sex in an 18-character number: its seventeenth digit is odd for men. */
  public Sex sex() {
    if (value.length() != EIGHTEEN_LONG) {
      return Sex.UNSTATED;
    }
    return value.charAt(16) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** The number with its middle hidden, e.g. {@code 3501**********999X}; safe to show. */
  public String masked() {
    int hidden = value.length() - 8;
    return value.substring(0, 4) + "*".repeat(hidden) + value.substring(value.length() - 4);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdNumber number && number.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
