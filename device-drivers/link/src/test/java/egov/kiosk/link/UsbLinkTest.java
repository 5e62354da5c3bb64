package egov.kiosk.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.link.testing.EmulatorProcess;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk pipes against a library with libusb's boundary; behind it is the emulated reader. */
class UsbLinkTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String FIND = "AAAAAA9669000320 0122";
  private static final String SELECT = "AAAAAA9669000320 0221";
  private static final String READ = "AAAAAA9669000330 0132";

  @TempDir Path folder;
  private Path library;
  private EmulatorProcess reader;

  @BeforeEach
  void plugIn() throws Exception {
    library = folder.resolve("libusb.so").toAbsolutePath();
    Process gcc =
        new ProcessBuilder(
                List.of(
                    "gcc",
                    "-shared",
                    "-fPIC",
                    "-O1",
                    "-Wall",
                    "-Werror",
                    "-o",
                    library.toString(),
                    "src/test/c/usb.c",
                    "-ldl"))
            .inheritIO()
            .start();
    assertTrue(gcc.waitFor(120, TimeUnit.SECONDS));
    assertEquals(0, gcc.exitValue(), "gcc is needed: apt-get install gcc libc6-dev");
    reader = EmulatorProcess.start("reader", "--listen", "0");
    Files.writeString(folder.resolve("port"), reader.ready("port"));
  }

  @AfterEach
  void pull() {
    reader.close();
  }

  private UsbLink open(String address, int pipes) throws Exception {
    Files.writeString(folder.resolve("pipes"), "" + pipes);
    return UsbLink.open(library.toString(), (LinkAddress.Usb) LinkAddress.parse(address));
  }

  private static byte[] ask(Link link, String hex, int wanted) throws Exception {
    link.write(HexFormat.of().parseHex(hex.replace(" ", "")), SOON);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[500];
    while (answer.size() < wanted) {
      int count = link.read(buffer, 0, buffer.length, SOON);
      assertTrue(count > 0, "only " + answer.size() + " bytes came");
      answer.write(buffer, 0, count);
    }
    return answer.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"usb:0400:c35a/4", "usb:0400:C35A:A1/02-81"})
  void exchange_cardThroughThePipes_comesWhole(String address) throws Exception {
    reader.order("place resident");
    try (UsbLink link = open(address, address.endsWith("4") ? 4 : 2)) {
      assertEquals(15, ask(link, FIND, 15).length);
      assertEquals(19, ask(link, SELECT, 19).length);
      assertEquals(1295, ask(link, READ, 1295).length);
      assertEquals(0, link.read(new byte[10], 0, 10, Duration.ofMillis(50)));
    }
  }

  @Test
  void read_readerPulled_isLostAndFoundAgainWhenBack() throws Exception {
    UsbLink link = open("usb:0400:c35a/4", 4);
    reader.order("unplug");
    assertEquals(
        LinkFault.LOST,
        assertThrows(LinkException.class, () -> link.read(new byte[1], 0, 1, SOON)).fault());
    link.close();
    assertEquals(
        LinkFault.NOT_THERE,
        assertThrows(LinkException.class, () -> open("usb:0400:c35a/4", 4)).fault());
    reader.order("plug");
    await().ignoreExceptions().until(() -> ask(open("usb:0400:c35a/4", 4), FIND, 11).length == 11);
  }

  @Test
  void open_anotherModelOrSerial_isNotThere() {
    for (String other : List.of("usb:0400:c35b/4", "usb:0400:c35a:B2/4")) {
      assertEquals(
          LinkFault.NOT_THERE, assertThrows(LinkException.class, () -> open(other, 4)).fault());
    }
  }

  @Test
  void open_noLibrary_saysWhichPackage() {
    LinkAddress.Usb address = (LinkAddress.Usb) LinkAddress.parse("usb:0400:c35a/4");
    LinkException e =
        assertThrows(LinkException.class, () -> UsbLink.open("/none/libusb.so", address));
    assertTrue(e.getMessage().contains("libusb-1.0-0"), e.getMessage());
  }
}
