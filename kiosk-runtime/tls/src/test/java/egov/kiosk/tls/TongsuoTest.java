package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.tls.national.NationalSecurity;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** RFC 8998 between ours and another implementation, each way round, mutual. */
@Timeout(60)
class TongsuoTest {
  private static final int BYTES = 100_000;

  @TempDir Path directory;
  private Tongsuo.Calls calls;
  private Pki pki;
  private byte[] sent;

  @BeforeEach
  void prepare() throws Exception {
    calls = Tongsuo.load(directory);
    pki = new Pki(directory);
    sent = new byte[BYTES];
    pki.random.nextBytes(sent);
  }

  @Test
  void itsClient_speaksWithOurServer() throws Exception {
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        Socket socket = new Socket(echo.address().getAddress(), echo.address().getPort());
        Tongsuo client = Tongsuo.over(socket, false, pki.national(pki.kiosk()), calls)) {
      client.handshake();
      assertEquals("TLS_SM4_GCM_SM3", client.suite());
      assertEquals(0, client.verdict());
      assertEquals("secured " + Pki.KIOSK, echo.outcome());
      for (int at = 0; at < BYTES; at += 10_000) {
        byte[] part = Arrays.copyOfRange(sent, at, at + 10_000);
        client.write(part);
        assertArrayEquals(part, client.read(part.length));
      }
    }
  }

  @Test
  void ourClient_speaksWithItsServer() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> served = serve(listening, pki.national(pki.broker()));
      try (SecuredSocket socket = client()) {
        socket.connect(listening.getLocalSocketAddress());
        assertEquals(Pki.HOST, socket.facts().peer());
        assertArrayEquals(sent, Echo.through(socket, sent));
      }
      assertEquals("TLS_SM4_GCM_SM3 0", served.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void itsServerThatAsksForNoCertificate_isRefused() throws Exception {
    IssuedKey shown = pki.broker();
    LineSettings carefree = pki.settings(shown.certificate(), shown);
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> served = serve(listening, carefree);
      LineException refusal =
          assertThrows(
              LineException.class, () -> client().connect(listening.getLocalSocketAddress()));
      assertEquals(LineFault.NOTHING_COMMON, refusal.fault());
      assertTrue(refusal.getMessage().contains("mutual"), refusal.getMessage());
      assertThrows(ExecutionException.class, () -> served.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void itsClientWithoutACertificate_isRefused() throws Exception {
    LineSettings bare = LineSettings.of(LineSettings.NATIONAL).trusting(pki.trust());
    assertEquals("OWN_REFUSED", outcomeFor(bare));
  }

  @Test
  void itsClientWithAnEncryptionCertificate_isRefused() throws Exception {
    IssuedKey encryption =
        pki.authority.issue(Pki.KIOSK, CertificateUse.ENCRYPT, pki.days(-1), pki.days(1));
    assertEquals("CERTIFICATE_UNFIT", outcomeFor(pki.national(encryption)));
  }

  @Test
  void itsClientOutOfTime_isRefused() throws Exception {
    IssuedKey ended =
        pki.authority.issue(Pki.KIOSK, CertificateUse.SIGN, pki.days(-9), pki.days(-1));
    assertEquals("EXPIRED", outcomeFor(pki.national(ended)));
    IssuedKey coming =
        pki.authority.issue(Pki.KIOSK, CertificateUse.SIGN, pki.days(1), pki.days(9));
    assertEquals("NOT_YET_VALID", outcomeFor(pki.national(coming)));
  }

  private SecuredSocket client() throws Exception {
    return new SecuredSocket(
        NationalSecurity.ofFiles(InstantSource.system(), new SecureRandom()),
        ServerName.of(Pki.HOST),
        pki.national(pki.kiosk()),
        Duration.ofSeconds(20));
  }

  /** What our server says of a client of the other implementation with these files. */
  private String outcomeFor(LineSettings settings) throws Exception {
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        Socket socket = new Socket(echo.address().getAddress(), echo.address().getPort());
        Tongsuo client = Tongsuo.over(socket, false, settings, calls)) {
      client.handshake();
      return echo.outcome();
    }
  }

  private CompletableFuture<String> serve(ServerSocket listening, LineSettings settings) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = listening.accept();
              Tongsuo server = Tongsuo.over(socket, true, settings, calls)) {
            server.handshake();
            server.write(server.read(BYTES));
            return server.suite() + " " + server.verdict();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
