package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.emulator.pty.Pty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A serial device that comes and goes: a pseudo terminal under a stable name, as udev keeps one
 * under /dev/serial/by-id. The device has no firmware; whoever opens its port has greeted it.
 */
final class PluggedPort implements AutoCloseable {
  private final Path name;
  private Pty pty;

  PluggedPort(Path folder) {
    this.name = folder.resolve("usb-Maker_Reader_A1-if00-port0");
  }

  Path name() {
    return name;
  }

  void plugIn() {
    try {
      pty = Pty.open();
      Files.createSymbolicLink(name, pty.slave());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pull() {
    try {
      Files.delete(name);
      pty.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Connector<Port> connector() {
    LinkAddress.Serial address = new LinkAddress.Serial(name.toString(), 115_200);
    return limit -> new Port(address.opener().open(limit), Optional.empty());
  }

  @Override
  public void close() {
    if (Files.isSymbolicLink(name)) {
      pull();
    }
  }

  /** The least a driver's connection does. */
  record Port(Link link, Optional<DeviceIdentity> identity) implements PluggedConnection {
    @Override
    public void glance() throws LinkException, InterruptedException {
      link.read(new byte[16], 0, 16, Duration.ZERO);
    }

    @Override
    public void close() {
      link.close();
    }
  }
}
