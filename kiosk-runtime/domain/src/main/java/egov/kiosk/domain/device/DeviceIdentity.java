package egov.kiosk.domain.device;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What tells one device from another of the same model: the id of a reader's security module, a
 * serial number. It says which device answers, it proves nothing: a serial number can be imitated.
 *
 * @param kind what the value is
 * @param value 1 to 64 printable ASCII characters without blanks
 */
public record DeviceIdentity(Kind kind, String value) {
  private static final Pattern VALUE = Pattern.compile("[!-~]{1,64}");

  public DeviceIdentity {
    Objects.requireNonNull(kind, "kind");
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("an identity is 1 to 64 printable characters");
    }
  }

  /** What an identity can be. */
  public enum Kind {
    /** The id of a security module (SAM id, GA/T 467-2019). */
    SAM_ID,
    /** The serial number the device reports itself. */
    SERIAL
  }

  @Override
  public String toString() {
    return kind + " " + value;
  }
}
