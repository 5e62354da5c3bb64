package egov.kiosk.link.known;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.KnownDevice;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of the list: {@code id-card-reader SAM_ID 05.01-… 2026-11-22T06:00:00Z}. */
final class KnownLine {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private KnownLine() {}

  static String write(KnownDevice device) {
    if (!NAME.matcher(device.device()).matches()) {
      throw new IllegalArgumentException("a device's name is lower-case letters, digits and -");
    }
    return String.join(
        " ",
        device.device(),
        device.accepted().kind().name(),
        device.accepted().value(),
        device.acceptedAt().toString());
  }

  static KnownDevice read(String line, int number) throws DamagedException {
    String[] word = line.split(" ", -1);
    if (word.length != 4 || !NAME.matcher(word[0]).matches()) {
      throw new DamagedException(number);
    }
    try {
      DeviceIdentity.Kind kind = DeviceIdentity.Kind.valueOf(word[1]);
      return new KnownDevice(
          word[0], new DeviceIdentity(kind, word[2]), Instant.parse(word[3]), Optional.empty());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new DamagedException(number);
    }
  }

  /** The list is damaged. */
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(int line) {
      super("line " + line + " is no device");
    }
  }
}
