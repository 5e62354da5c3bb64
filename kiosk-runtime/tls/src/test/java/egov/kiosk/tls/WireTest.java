package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.tls.national.NationalSecurity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the wire, and what is not taken from it. */
@Timeout(60)
class WireTest {
  private static final int TLS_SM4_GCM_SM3 = 0x00C6;
  private static final int CURVE_SM2 = 41;
  private static final int SM2SIG_SM3 = 0x0708;
  private static final int SUPPORTED_GROUPS = 10;
  private static final int SIGNATURE_ALGORITHMS = 13;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int KEY_SHARE = 51;
  private static final byte[] MARK = "ID 330100200001011234".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;
  private Pki pki;

  @BeforeEach
  void prepare() throws Exception {
    pki = new Pki(directory);
  }

  @Test
  void hellos_offerAndChooseTheNationalSuiteOnly() throws Exception {
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        Tap tap = new Tap(echo.address());
        SecuredSocket socket = socket()) {
      socket.connect(tap.address());
      assertArrayEquals(MARK, Echo.through(socket, MARK));
      Hello client = Hello.in(tap.up());
      assertEquals(1, client.type());
      // 0x00FF is the signal of RFC 5746 that the library appends; it is no suite.
      assertEquals(
          List.of(TLS_SM4_GCM_SM3),
          client.suites().stream().filter(suite -> suite != 0x00FF).toList());
      assertEquals(4, client.extensions().get(SUPPORTED_GROUPS).length);
      assertEquals(CURVE_SM2, client.number(SUPPORTED_GROUPS, 2));
      assertEquals(4, client.extensions().get(SIGNATURE_ALGORITHMS).length);
      assertEquals(SM2SIG_SM3, client.number(SIGNATURE_ALGORITHMS, 2));
      assertEquals(3, client.extensions().get(SUPPORTED_VERSIONS).length);
      assertEquals(0x0304, client.number(SUPPORTED_VERSIONS, 1));
      Hello server = Hello.in(tap.down());
      assertEquals(2, server.type());
      assertEquals(List.of(TLS_SM4_GCM_SM3), server.suites());
      assertEquals(CURVE_SM2, server.number(KEY_SHARE, 0));
      assertEquals(0x0304, server.number(SUPPORTED_VERSIONS, 0));
      assertFalse(contains(tap.up(), MARK) || contains(tap.down(), MARK), "it is secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientWithOrdinaryAlgorithms_isRefused(String protocol) throws Exception {
    SSLContext ordinary = SSLContext.getInstance("TLS");
    ordinary.init(null, null, null);
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        SSLSocket socket =
            (SSLSocket)
                ordinary
                    .getSocketFactory()
                    .createSocket(echo.address().getAddress(), echo.address().getPort())) {
      socket.setEnabledProtocols(new String[] {protocol});
      assertThrows(SSLException.class, socket::startHandshake);
      assertEquals("NOTHING_COMMON", echo.outcome());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "\u0010\f\u0000\u0004MQTT", "\u0016\u0003"})
  void clientThatSpeaksNoTls_isLetGo(String bytes) throws Exception {
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        Socket socket = new Socket(echo.address().getAddress(), echo.address().getPort())) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      assertTrue(List.of("NOT_TLS", "CLOSED").contains(echo.outcome()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", " \u0002\u0000\u0000"})
  void serverThatSpeaksNoTls_isNamed(String bytes) throws Exception {
    LineException refusal = against(bytes.getBytes(StandardCharsets.ISO_8859_1), false);
    assertEquals(LineFault.NOT_TLS, refusal.fault());
    assertTrue(refusal.getMessage().contains("check address and port"), refusal.getMessage());
  }

  @Test
  void serverThatCloses_isNamed() throws Exception {
    assertEquals(LineFault.CLOSED, against(new byte[0], false).fault());
  }

  @Test
  void serverThatRefusesEverySuite_isNamed() throws Exception {
    byte[] handshakeFailure = {21, 3, 3, 0, 2, 2, 40};
    assertEquals(LineFault.NOTHING_COMMON, against(handshakeFailure, false).fault());
  }

  @Test
  void serverThatSaysNothing_isLeftInTime() throws Exception {
    long before = System.nanoTime();
    assertEquals(LineFault.SILENT, against(new byte[0], true).fault());
    assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 20);
  }

  @Test
  void readThatTimesOut_goesOnAfterwards() throws Exception {
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        SecuredSocket socket = socket()) {
      socket.connect(echo.address());
      socket.setSoTimeout(50);
      assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
      socket.setSoTimeout(20_000);
      assertArrayEquals(MARK, Echo.through(socket, MARK));
    }
  }

  /** What our client says of a server that sends this, or sends its first byte now and then. */
  private LineException against(byte[] bytes, boolean trickle) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answer(listening, bytes, trickle), "rude");
      server.setDaemon(true);
      server.start();
      try (SecuredSocket socket = socket()) {
        return assertThrows(
            LineException.class, () -> socket.connect(listening.getLocalSocketAddress()));
      }
    }
  }

  private static void answer(ServerSocket listening, byte[] bytes, boolean trickle) {
    try (Socket accepted = listening.accept()) {
      accepted.getInputStream().read(new byte[4096]);
      if (trickle) {
        byBytes(accepted);
      }
      accepted.getOutputStream().write(bytes);
      accepted.shutdownOutput();
      accepted.getInputStream().read();
    } catch (IOException | InterruptedException e) {
      // The client has gone, as it should.
    }
  }

  /** A record that never ends, until the other end has had enough. */
  private static void byBytes(Socket accepted) throws IOException, InterruptedException {
    byte[] header = {22, 3, 3, 0x10, 0};
    for (int i = 0; i < 600; i++) {
      accepted.getOutputStream().write(i < header.length ? header[i] : 0);
      Thread.sleep(100);
    }
  }

  private SecuredSocket socket() throws Exception {
    return new SecuredSocket(
        NationalSecurity.ofFiles(InstantSource.system(), new SecureRandom()),
        ServerName.of("127.0.0.1"),
        pki.national(pki.kiosk()),
        Duration.ofSeconds(3));
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }
}
