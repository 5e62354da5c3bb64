package egov.kiosk.upkeep.setup;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which setting says where a device is plugged in, and how a path is written there. */
enum Binding {
  ID_CARD_READER("id-card-reader", "id-card-reader", "port", "", ""),
  PRINTER("printer", "printer", "address", "usb:", "usb:"),
  CAMERA("camera", "camera", "device", "", ""),
  DOCUMENT_CAMERA("document-camera", "document-camera", "device", "", ""),
  CODE_SCANNER("code-scanner", "code-scanner", "address", "serial:", "serial:"),
  CABINET("cabinet", "cabinet", "address", "serial:", "serial:");

  /** A device of this machine, by a name that stays. */
  private static final Pattern PATH = Pattern.compile("/dev/[A-Za-z0-9._:/+-]{1,200}");

  private static final Pattern SERIAL = Pattern.compile(".*(tty|serial).*");

  private final String device;
  private final String pid;
  private final String attribute;
  private final String prefix;

  Binding(String device, String pid, String attribute, String prefix, String shown) {
    this.device = device;
    this.pid = pid;
    this.attribute = attribute;
    this.prefix = prefix;
  }

  static Optional<Binding> of(String device) {
    return Arrays.stream(values()).filter(one -> one.device.equals(device)).findFirst();
  }

  String device() {
    return device;
  }

  String pid() {
    return pid;
  }

  String attribute() {
    return attribute;
  }

  /** The setting's text for a path; empty when it is none. */
  Optional<String> text(String path) {
    if (!PATH.matcher(path).matches() || path.contains("..")) {
      return Optional.empty();
    }
    boolean serial = SERIAL.matcher(path).matches();
    return Optional.of(
        switch (this) {
          case PRINTER -> serial ? "serial:" + path + "@115200" : prefix + path;
          case CODE_SCANNER, CABINET -> prefix + path + "@9600";
          default -> path;
        });
  }
}
