package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.AlternativeNames;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a certificate speaks of, by our own rule. */
class ServerNameTest {
  @ParameterizedTest
  @CsvSource({
    "broker.example, broker.example, true",
    "Broker.Example, bROKER.eXAMPLE, true",
    "broker.example, *.example, false",
    "broker.example, *, false",
    "broker.example, broker.example., false",
    "broker.example, x.broker.example, false",
    "broker.example, broker.example.cn, false",
    "broker.example, broker-example, false",
    "127.0.0.1, 127.0.0.1, false",
    "'[::1]', '::1', false"
  })
  void dnsName_matchesExactly(String host, String written, boolean matches) {
    assertEquals(matches, ServerName.of(host).isIn(AlternativeNames.dns(written)));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "'[::1]', '::1', true",
    "'::1', 0:0:0:0:0:0:0:1, true",
    "'[2001:db8::1]', '2001:db8::2', false",
    "broker.example, 127.0.0.1, false"
  })
  void address_matchesByteForByte(String host, String written, boolean matches) throws Exception {
    AlternativeNames names = AlternativeNames.address(InetAddress.getByName(written).getAddress());
    assertEquals(matches, ServerName.of(host).isIn(names));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        "-a",
        "a-",
        "broker.example.",
        "*.example",
        "bröker",
        "a b",
        "a/b",
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.400",
        "[::1",
        "::g",
        "fe80::1%eth0",
        "a_b"
      })
  void whatIsNoHost_isRefused(String host) {
    assertThrows(IllegalArgumentException.class, () -> ServerName.of(host));
  }

  @Test
  void nothingNamed_matchesNothing() {
    assertFalse(ServerName.of("broker.example").isIn(AlternativeNames.NONE));
  }

  @Test
  void severalNames_oneIsEnough() {
    assertTrue(
        ServerName.of("b.example")
            .isIn(new AlternativeNames(List.of("a.example", "b.example"), List.of())));
  }

  @Test
  void indication_isForNamesOnly() {
    assertEquals(Optional.of("broker.example"), ServerName.of("Broker.example").indication());
    assertEquals(Optional.empty(), ServerName.of("10.0.0.1").indication());
  }

  @Property
  void anyText_isAHostOrRefused(@ForAll String text) {
    try {
      ServerName name = ServerName.of(text);
      assertFalse(name.toString().contains("*"));
    } catch (IllegalArgumentException e) {
      // Refused, which is fine.
    }
  }
}
