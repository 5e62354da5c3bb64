package egov.kiosk.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that name a device by what it is and not by where it is. */
class UsbSerialTest {
  @TempDir Path folder;

  private static LinkAddress.UsbSerial adapter(String number) {
    return (LinkAddress.UsbSerial) LinkAddress.parse("usb-serial:" + number + "@9600");
  }

  @Test
  void at_adapterMovedToAnotherSocket_isFoundByItsNumber() throws Exception {
    Path name = folder.resolve("usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0");
    Files.createFile(name);
    Files.createFile(folder.resolve("usb-FTDI_FT232R_USB_UART_A50285BIX-if00-port0"));
    assertEquals(new LinkAddress.Serial(name.toString(), 9_600), adapter("A50285BI").at(folder));
  }

  @Test
  void at_noneOrTwo_isTyped() throws IOException {
    assertEquals(
        LinkFault.NOT_THERE,
        assertThrows(LinkException.class, () -> adapter("0001").at(folder)).fault());
    assertEquals(
        LinkFault.NOT_THERE,
        assertThrows(LinkException.class, () -> adapter("0001").at(folder.resolve("none")))
            .fault());
    Files.createFile(folder.resolve("usb-A_B_0001-if00-port0"));
    Files.createFile(folder.resolve("usb-C_D_0001-if00-port0"));
    assertEquals(
        LinkFault.CANNOT_OPEN,
        assertThrows(LinkException.class, () -> adapter("0001").at(folder)).fault());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usb-serial:@9600", "usb-serial:A/B@9600", "usb-serial:A@300", "usb:400:c35a/4",
        "usb:0400:c35a", "usb:0400:c35a/5", "usb:0400:c35a/81-02", "usb:0400:c35a/00-81",
        "usb:0400:c35a:/4", "usb:0400:c35a/02-81-83"
      })
  void parse_nonsense_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> LinkAddress.parse(text));
  }
}
