package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.tls.national.NationalSecurity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of RFC 8998 against each other. */
@Timeout(60)
class NationalLineTest {
  @TempDir Path directory;

  @Test
  void megabyte_goesThereAndBack() throws Exception {
    Pki pki = new Pki(directory);
    byte[] sent = new byte[1 << 20];
    pki.random.nextBytes(sent);
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        SecuredSocket socket = open(pki)) {
      socket.connect(echo.address(), 5000);
      assertEquals(new LineFacts("TLSv1.3", "TLS_SM4_GCM_SM3", Pki.HOST), socket.facts());
      assertEquals("secured " + Pki.KIOSK, echo.outcome());
      assertArrayEquals(sent, Echo.through(socket, sent));
      socket.close();
      assertEquals("ended", echo.outcome());
    }
  }

  private static SecuredSocket open(Pki pki) throws Exception, IOException {
    return new SecuredSocket(
        NationalSecurity.ofFiles(InstantSource.system(), new SecureRandom()),
        ServerName.of("127.0.0.1"),
        pki.national(pki.kiosk()),
        Duration.ofSeconds(10));
  }
}
