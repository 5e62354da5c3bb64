package egov.kiosk.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://127.0.0.1:9100",
        "tcp://[::1]:9100",
        "tcp://printer.local:65535",
        "serial:/dev/ttyUSB0@115200",
        "serial:/dev/serial/by-id/usb-a@b@9600"
      })
  void parse_goodAddress_writesItselfTheSameWay(String text) {
    assertEquals(text, LinkAddress.parse(text).toString());
  }

  @Test
  void parse_parts_areTold() {
    assertEquals(new LinkAddress.Tcp("::1", 9100), LinkAddress.parse("tcp://[::1]:9100"));
    assertEquals(
        new LinkAddress.Serial("/dev/ttyS0", 9600), LinkAddress.parse("serial:/dev/ttyS0@9600"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:9100",
        "tcp://127.0.0.1",
        "tcp://127.0.0.1:0",
        "tcp://127.0.0.1:65536",
        "tcp://127.0.0.1:9100/x",
        "tcp://u@127.0.0.1:9100",
        "tcp://:9100",
        "tcp://::1:9100",
        "serial:/dev/ttyS0",
        "serial:ttyS0@9600",
        "serial:/dev/ttyS0@300",
        "serial:/dev/ttyS0@fast",
        "serial:@9600",
        "http://127.0.0.1:9100"
      })
  void parse_anythingElse_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> LinkAddress.parse(text));
  }

  @Property
  void parse_anyText_isAnAddressOrRefused(@ForAll String text) {
    for (String one : new String[] {text, "tcp://" + text, "serial:/dev/" + text + "@9600"}) {
      try {
        LinkAddress.parse(one);
      } catch (IllegalArgumentException e) {
        // The only way to refuse.
      }
    }
  }
}
