package egov.kiosk.domain.device;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What tells one device from another of the same model: the id of a reader's security module, a
 * serial number. It says which device answers, it proves nothing: a serial number can be imitated.
 * A device that was asked and tells nothing is {@link #UNTOLD}.
 *
 * @param kind what the value is
 * @param value 1 to 64 printable ASCII characters without blanks
 */
public record DeviceIdentity(Kind kind, String value) {
  private static final Pattern VALUE = Pattern.compile("[!-~]{1,64}");

  /** A device that was asked and told nothing: whatever stands at its place is it. */
  public static final DeviceIdentity UNTOLD = new DeviceIdentity(Kind.UNTOLD, "-");

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
    SERIAL,
    /** The id a printer keeps for life (printer-uuid, PWG 5100.13 §5.6.3). */
    UUID,
    /**
     * Model and serial number of the USB device behind the line, as the kernel tells them: {@code
     * 10c4:ea60:0001}; the serial number is empty when it has none.
     */
    USB,
    /** Nothing is told; the value is {@code -}. */
    UNTOLD
  }

  @Override
  public String toString() {
    return kind == Kind.UNTOLD ? "a device that tells no identity" : kind + " " + value;
  }
}
