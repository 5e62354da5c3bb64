package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.tls.national.NationalSecurity;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * THREATS.md C14 (CVE-2026-59638): a trusted certificate whose common name is right and whose
 * alternative names are not. Every server here has the common name {@code broker.example}.
 */
@Timeout(60)
class NameAttackTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0} against \"{1}\"")
  @CsvSource({
    "broker.example, ''",
    "broker.example, other.example",
    "broker.example, 127.0.0.1",
    "broker.example, *.example",
    "broker.example, broker.example.",
    "127.0.0.1, ''",
    "127.0.0.1, broker.example",
    "127.0.0.1, 127.0.0.2"
  })
  void c14_nameInTheCommonNameOnly_isRefused(String host, String named) throws Exception {
    Pki pki = new Pki(directory);
    try (Echo echo = Echo.start(pki.national(pki.broker(names(named))))) {
      LineException refusal =
          assertThrows(LineException.class, () -> connect(pki, host, echo).close());
      assertEquals(LineFault.NAME_WRONG, refusal.fault());
      assertTrue(refusal.getMessage().contains("not for " + host), refusal.getMessage());
      assertEquals("OWN_REFUSED", echo.outcome(), "the server hears no more than an alert");
    }
  }

  @Test
  void c14_nameAmongTheAlternatives_isTaken() throws Exception {
    Pki pki = new Pki(directory);
    AlternativeNames names =
        new AlternativeNames(List.of("other.example", "broker.example"), List.of());
    try (Echo echo = Echo.start(pki.national(pki.broker(names)));
        SecuredSocket socket = connect(pki, "BROKER.example", echo)) {
      assertEquals(Pki.HOST, socket.facts().peer());
    }
  }

  private static AlternativeNames names(String named) throws Exception {
    if (named.isEmpty()) {
      return AlternativeNames.NONE;
    }
    return named.matches("[0-9.]+")
        ? AlternativeNames.address(InetAddress.getByName(named).getAddress())
        : AlternativeNames.dns(named);
  }

  private static SecuredSocket connect(Pki pki, String host, Echo echo) throws Exception {
    SecuredSocket socket =
        new SecuredSocket(
            NationalSecurity.ofFiles(InstantSource.system(), new SecureRandom()),
            ServerName.of(host),
            pki.national(pki.kiosk()),
            Duration.ofSeconds(10));
    socket.connect(echo.address());
    return socket;
  }
}
