package egov.kiosk.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceIdentity.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a made-up machine: folders and links as the kernel lays them out. */
class UsbIdentityTest {
  @TempDir private Path machine;
  private Path adapter;

  @BeforeEach
  void plugIn() throws IOException {
    adapter = Files.createDirectories(machine.resolve("sys/devices/pci0/usb1/1-4"));
    Files.writeString(adapter.resolve("idVendor"), "10c4\n");
    Files.writeString(adapter.resolve("idProduct"), "ea60\n");
    Files.createDirectories(machine.resolve("dev"));
  }

  private Path node(String sysfsClass, String name, String under) throws IOException {
    Path device = Files.createDirectories(adapter.resolve(under));
    Path entry =
        Files.createDirectories(machine.resolve("sys/class").resolve(sysfsClass).resolve(name));
    Files.createSymbolicLink(entry.resolve("device"), device);
    return Files.createFile(machine.resolve("dev").resolve(name));
  }

  private DeviceIdentity of(Path node) {
    return new UsbIdentity(machine.resolve("sys")).of(node);
  }

  @ParameterizedTest
  @CsvSource({
    "tty, ttyUSB0, 1-4:1.0/ttyUSB0",
    "tty, ttyACM0, 1-4:1.0",
    "usbmisc, lp0, 1-4:1.0",
    "video4linux, video0, 1-4:1.0"
  })
  void device_ofEveryClass_isKnownByModelAndSerialNumber(
      String sysfsClass, String name, String under) throws IOException {
    Files.writeString(adapter.resolve("serial"), "0001\n");
    Path node = node(sysfsClass, name, under);
    assertEquals(new DeviceIdentity(Kind.USB, "10c4:ea60:0001"), of(node));
    Path byPort = Files.createSymbolicLink(machine.resolve("dev/printer"), node);
    assertEquals(of(node), of(byPort), "through the link udev makes");
  }

  @Test
  void serialNumber_missingOrHostile_isStillOneWord() throws IOException {
    Path node = node("tty", "ttyUSB0", "1-4:1.0/ttyUSB0");
    assertEquals("10c4:ea60:", of(node).value());
    Files.write(adapter.resolve("serial"), ("a b\u001b[2J\nroot" + "9".repeat(500)).getBytes());
    assertEquals("10c4:ea60:a_b_[2J_root" + "9".repeat(28), of(node).value());
  }

  @Test
  void lineOfTheBoard_pseudoTerminalAndNothing_areUntold() throws IOException {
    Path board = machine.resolve("sys/class/tty/ttyS0/device");
    Files.createDirectories(board);
    assertEquals(DeviceIdentity.UNTOLD, of(Files.createFile(machine.resolve("dev/ttyS0"))));
    assertEquals(DeviceIdentity.UNTOLD, of(Files.createFile(machine.resolve("dev/pts"))));
    assertEquals(DeviceIdentity.UNTOLD, of(machine.resolve("dev/nothing")));
    assertEquals(DeviceIdentity.UNTOLD, LinkAddress.parse("tcp://127.0.0.1:9100").identity());
  }
}
