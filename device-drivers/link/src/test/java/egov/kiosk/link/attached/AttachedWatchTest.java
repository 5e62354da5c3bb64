package egov.kiosk.link.attached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack test D14: something is plugged into a running kiosk, shown by files as the kernel's. */
@Tag("attack")
class AttachedWatchTest {
  @TempDir Path sys;
  private final List<String> alarms = new ArrayList<>();

  @BeforeEach
  void machine() throws IOException {
    input("input0", "", "", "Power Button");
    input("input1", "0eef", "0001", "Touch Screen");
    Files.createDirectories(sys.resolve("block/sda"));
    Files.createDirectories(sys.resolve("class/net/eth0"));
  }

  private void input(String place, String vendor, String product, String name) throws IOException {
    Path folder = Files.createDirectories(sys.resolve("class/input/" + place + "/id")).getParent();
    Files.writeString(folder.resolve("name"), name + "\n");
    Files.writeString(folder.resolve("id/vendor"), vendor + "\n");
    Files.writeString(folder.resolve("id/product"), product + "\n");
  }

  /** As on a real machine: a link into the tree of the USB device it hangs on. */
  private void onUsb(String link, String vendor, String product) throws IOException {
    Path usb = Files.createDirectories(sys.resolve("devices/usb1/" + vendor));
    Files.writeString(usb.resolve("idVendor"), vendor + "\n");
    Files.writeString(usb.resolve("idProduct"), product + "\n");
    Path inner = Files.createDirectories(usb.resolve("1-1:1.0/" + Path.of(link).getFileName()));
    Files.createSymbolicLink(sys.resolve(link), inner);
  }

  private AttachedWatch watch(String... accepted) {
    AttachedWatch watch = new AttachedWatch(sys, Set.of(accepted), alarms::add);
    watch.look();
    return watch;
  }

  private static Level level(AttachedWatch watch) {
    return watch.check(Duration.ofSeconds(1)).level();
  }

  @Test
  @DisplayName(
      "D14 a keyboard, a memory stick and a network adapter are alarms until they are gone")
  void d14_whatIsPluggedIn_isAnAlarmOnceAndUntilItIsGone() throws IOException {
    AttachedWatch watch = watch();
    assertEquals(Level.OK, level(watch));
    input("input7", "046d", "c31c", "Nice\u001b[2J Keyboard");
    onUsb("block/sdb", "0781", "5567");
    onUsb("class/net/usb0", "0bda", "8153");
    watch.look();
    watch.look();
    assertEquals(
        List.of("INPUT 046d:c31c", "NETWORK 0bda:8153", "STORAGE 0781:5567"),
        alarms.stream().sorted().toList());
    assertEquals(Level.FAIL, level(watch));
    assertTrue(watch.check(Duration.ofSeconds(1)).toString().contains("046d:c31c"));
    Files.delete(sys.resolve("block/sdb"));
    Files.delete(sys.resolve("class/net/usb0"));
    for (String file : List.of("id/vendor", "id/product", "id", "name", "")) {
      Files.delete(sys.resolve("class/input/input7").resolve(file));
    }
    watch.look();
    assertEquals(Level.OK, level(watch));
  }

  @Test
  void whatBelongs_mayBeReplugged_andAnotherOfItsKindMayNot() throws IOException {
    AttachedWatch watch = watch();
    input("input9", "0eef", "0001", "Touch Screen");
    watch.look();
    assertEquals(List.of(), alarms, "the same model at another place");
    input("input10", "0eef", "0002", "Touch Screen");
    watch.look();
    assertEquals(List.of("INPUT 0eef:0002"), alarms);
  }

  @Test
  void listOfTheSite_countsFromTheFirstLook() {
    AttachedWatch watch = watch("INPUT 0eef:0001");
    assertEquals(List.of("INPUT power-button"), alarms);
    assertEquals(Level.FAIL, level(watch));
  }

  @Test
  void namesOfDevices_areHostileText() throws IOException {
    AttachedWatch watch = watch();
    input("input8", "", "", "\u001b[2J';-- \u202eX".repeat(40));
    watch.look();
    String model = alarms.get(0);
    assertTrue(model.matches("INPUT [a-z0-9-]{1,64}"), model);
    assertFalse(level(watch) == Level.OK);
  }

  @Test
  void machineWithoutKernelFiles_saysThatItIsBlind() {
    AttachedWatch watch = new AttachedWatch(sys.resolve("none"), Set.of(), alarms::add);
    watch.look();
    assertEquals(Level.WARN, level(watch));
  }
}
