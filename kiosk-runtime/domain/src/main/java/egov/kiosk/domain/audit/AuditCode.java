package egov.kiosk.domain.audit;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A short word of ours: the name of a component, a service item, a command, a reason. Made so that
 * personal data does not fit: ASCII letters, digits, dot, hyphen and underscore only (no Chinese
 * name), at most eight digits altogether (no ID, phone or card number), at most 48 characters.
 */
public record AuditCode(String value) {
  private static final int LONGEST = 48;
  private static final int MOST_DIGITS = 8;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{0," + LONGEST + "}");

  /** Nothing. */
  public static final AuditCode EMPTY = new AuditCode("");

  /** What stands in for a word that does not fit. */
  public static final AuditCode OTHER = new AuditCode("other");

  /**
   * @throws IllegalArgumentException when it does not fit; the message does not repeat it
   */
  public AuditCode {
    if (!fits(Objects.requireNonNull(value, "value"))) {
      throw new IllegalArgumentException("not a short word without numbers");
    }
  }

  /** The word, or {@link #OTHER} when it does not fit; for words that come from elsewhere. */
  public static AuditCode orOther(String value) {
    return value != null && fits(value) ? new AuditCode(value) : OTHER;
  }

  private static boolean fits(String value) {
    return SHAPE.matcher(value).matches()
        && value.chars().filter(unit -> unit >= '0' && unit <= '9').count() <= MOST_DIGITS;
  }

  @Override
  public String toString() {
    return value;
  }
}
