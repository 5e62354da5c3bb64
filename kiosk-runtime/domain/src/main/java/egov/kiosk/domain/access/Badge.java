package egov.kiosk.domain.access;

import egov.kiosk.domain.audit.AuditCode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number on a badge (工号): 1 to 16 letters, digits or hyphens, at most eight of them digits, so
 * that no identity or telephone number becomes one and the audit log can name it. No secret, and no
 * name of a person.
 *
 * @param value as it is typed; capitals count
 */
public record Badge(String value) implements Comparable<Badge> {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z-]{1,16}");

  /**
   * @throws IllegalArgumentException when it has another shape; the message does not repeat it
   */
  public Badge {
    if (!fits(value)) {
      throw new IllegalArgumentException(
          "a badge has 1 to 16 letters, digits or hyphens, at most eight of them digits");
    }
  }

  /** The badge of that number, if it is one. */
  public static Optional<Badge> of(String typed) {
    return typed != null && fits(typed) ? Optional.of(new Badge(typed)) : Optional.empty();
  }

  /** As the audit log names it. */
  public AuditCode code() {
    return new AuditCode(value);
  }

  private static boolean fits(String value) {
    return SHAPE.matcher(value).matches()
        && !AuditCode.orOther(value).equals(AuditCode.OTHER)
        && !value.equals(AuditCode.OTHER.value());
  }

  @Override
  public int compareTo(Badge that) {
    return value.compareTo(that.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
