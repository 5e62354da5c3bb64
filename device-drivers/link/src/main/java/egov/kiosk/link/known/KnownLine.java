package egov.kiosk.link.known;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.KnownDevice;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the list: {@code id-card-reader SAM_ID 05.01-… 2026-11-22T06:00:00Z}.
 *
 * <p>The former version of this program, which a failed update puts back, knows the kinds SAM_ID
 * and SERIAL only and takes a line of any other for damage. Later kinds are therefore written as
 * the serial number {@code KIND/value}; a line that names its kind outright is read, too.
 */
final class KnownLine {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  /** A serial number that looks like one of these is itself written as {@code SERIAL/value}. */
  private static final Pattern IN_OLD_WORDS = Pattern.compile("(SERIAL|UUID|USB|UNTOLD)/(.+)");

  private KnownLine() {}

  static String write(KnownDevice device) {
    if (!NAME.matcher(device.device()).matches()) {
      throw new IllegalArgumentException("a device's name is lower-case letters, digits and -");
    }
    return String.join(
        " ", device.device(), inOldWords(device.accepted()), device.acceptedAt().toString());
  }

  private static String inOldWords(DeviceIdentity who) {
    boolean old =
        switch (who.kind()) {
          case SAM_ID -> true;
          case SERIAL -> !IN_OLD_WORDS.matcher(who.value()).matches();
          case UUID, USB, UNTOLD -> false;
        };
    return old ? who.kind() + " " + who.value() : "SERIAL " + who.kind() + "/" + who.value();
  }

  private static DeviceIdentity identity(String kind, String value) {
    Matcher later = IN_OLD_WORDS.matcher(value);
    return kind.equals("SERIAL") && later.matches()
        ? new DeviceIdentity(DeviceIdentity.Kind.valueOf(later.group(1)), later.group(2))
        : new DeviceIdentity(DeviceIdentity.Kind.valueOf(kind), value);
  }

  static KnownDevice read(String line, int number) throws DamagedException {
    String[] word = line.split(" ", -1);
    if (word.length != 4 || !NAME.matcher(word[0]).matches()) {
      throw new DamagedException(number);
    }
    try {
      return new KnownDevice(
          word[0], identity(word[1], word[2]), Instant.parse(word[3]), Optional.empty());
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
