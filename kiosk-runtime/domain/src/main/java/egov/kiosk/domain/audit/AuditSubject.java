package egov.kiosk.domain.audit;

import egov.kiosk.domain.transaction.TransactionId;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What it was about, as an id that means nothing to whoever does not have our other books: a drawn
 * one, or a keyed digest. Never a number of a person.
 */
public final class AuditSubject {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16,64}");
  private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Nothing in particular. */
  public static final AuditSubject NONE = new AuditSubject("");

  private final String text;

  private AuditSubject(String text) {
    this.text = text;
  }

  /** A transaction or another queued message. */
  public static AuditSubject message(TransactionId id) {
    return new AuditSubject("message:" + id.value());
  }

  /**
   * An order of the platform, by the id the platform drew for it.
   *
   * @param id whatever does not look drawn becomes {@code other}: long runs of digits
   */
  public static AuditSubject order(String id) {
    boolean drawn = COMMAND.matcher(id).matches() && !id.matches(".*[0-9]{11}.*");
    return new AuditSubject("order:" + (drawn ? id : "other"));
  }

  /** Somebody who works here, by the number of their badge. */
  public static AuditSubject badge(AuditCode number) {
    return new AuditSubject("badge:" + number.value());
  }

  /** A part of the machine, such as {@code printer}. */
  public static AuditSubject part(AuditCode name) {
    return new AuditSubject("part:" + name.value().toLowerCase(Locale.ROOT));
  }

  /**
   * A digest: of a certificate, a key, a file, or of a person under a key of this kiosk's.
   *
   * @param kind whose digest
   * @param hex 16 to 64 digits, lower case
   */
  public static AuditSubject digest(AuditCode kind, String hex) {
    if (!DIGEST.matcher(hex).matches()) {
      throw new IllegalArgumentException("a digest is 16 to 64 hexadecimal digits in lower case");
    }
    return new AuditSubject(kind.value() + ":" + hex);
  }

  /** As the log writes it: printable ASCII, at most 120 characters. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditSubject that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
