package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Which USB device stands behind a device file, as the Linux kernel tells in sysfs: model and
 * serial number, without speaking to the device. Most adapters of serial lines have a serial number
 * of their own; it is the adapter that is known by it, not what hangs at its other end.
 */
public final class UsbIdentity {
  private static final List<String> CLASSES = List.of("tty", "usbmisc", "video4linux");

  /** A USB device lies a few folders above its interfaces. */
  private static final int HIGHEST = 6;

  private static final int MOST_CHARACTERS = 40;

  private final Path kernel;

  /** As this machine's kernel tells. */
  public UsbIdentity() {
    this(Path.of("/sys"));
  }

  /**
   * @param kernel where sysfs is
   */
  public UsbIdentity(Path kernel) {
    this.kernel = Objects.requireNonNull(kernel, "kernel");
  }

  /**
   * Who is behind a device file.
   *
   * @param node the file, or a link of udev's to it
   * @return {@link DeviceIdentity#UNTOLD} when it is not on USB, or not there
   */
  public DeviceIdentity of(Path node) {
    try {
      String name = node.toRealPath().getFileName().toString();
      for (String one : CLASSES) {
        Path device = kernel.resolve("class").resolve(one).resolve(name).resolve("device");
        if (Files.exists(device)) {
          return above(device.toRealPath());
        }
      }
    } catch (IOException e) {
      // It went away, or this machine tells nothing; whoever opens it will say so.
    }
    return DeviceIdentity.UNTOLD;
  }

  private static DeviceIdentity above(Path device) throws IOException {
    Path folder = device;
    for (int i = 0; i < HIGHEST && folder != null; i++) {
      if (Files.exists(folder.resolve("idVendor"))) {
        return new DeviceIdentity(
            DeviceIdentity.Kind.USB,
            text(folder, "idVendor")
                + ":"
                + text(folder, "idProduct")
                + ":"
                + text(folder, "serial"));
      }
      folder = folder.getParent();
    }
    return DeviceIdentity.UNTOLD;
  }

  /** Serial numbers are whatever a maker burnt in; nothing of it may end a line. */
  private static String text(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return "";
    }
    String told = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
    return told.substring(0, Math.min(MOST_CHARACTERS, told.length())).replaceAll("[^!-~]", "_");
  }
}
