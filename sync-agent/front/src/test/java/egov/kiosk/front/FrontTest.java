package egov.kiosk.front;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredSocket;
import egov.kiosk.tls.ServerName;
import egov.kiosk.tls.national.NationalAcceptor;
import egov.kiosk.tls.national.NationalSecurity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A front before something that is no broker: what passes, and what ends. */
@Timeout(60)
class FrontTest {
  private static final byte[] CONNECT =
      "\u0010\u000f\u0000\u0004MQTT\u0004\u0002\u0000\u003c\u0000\u0003k-1"
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir Path directory;
  private ServerSocket broker;
  private Front front;
  private LineSettings kiosk;

  @BeforeEach
  void prepare() throws Exception {
    broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void end() throws Exception {
    broker.close();
    front.close();
    await().atMost(Duration.ofSeconds(20)).until(() -> front.size() == 0);
  }

  @Test
  void bytes_passBothWaysAndEachEndEndsTheOther() throws Exception {
    start(FrontSettings.of(loopback(0), broker.getLocalPort()));
    try (SecuredSocket client = connect();
        Socket server = begin(client)) {
      server.getOutputStream().write(new byte[] {1, 2, 3});
      assertArrayEquals(new byte[] {1, 2, 3}, client.getInputStream().readNBytes(3));
      server.close();
      assertEquals(-1, client.getInputStream().read());
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> front.size() == 0);
    try (SecuredSocket client = connect();
        Socket server = begin(client)) {
      client.close();
      assertEquals(-1, server.getInputStream().read());
    }
  }

  @Test
  void otherClientIdThanTheCertificates_neverReachesTheBroker() throws Exception {
    start(FrontSettings.of(loopback(0), broker.getLocalPort()));
    try (SecuredSocket client = connect()) {
      byte[] foreign = CONNECT.clone();
      foreign[foreign.length - 1] = '2';
      client.getOutputStream().write(foreign);
      assertEquals(-1, client.getInputStream().read());
    }
    broker.setSoTimeout(300);
    assertThrows(SocketTimeoutException.class, () -> broker.accept());
  }

  @Test
  void strangersThatSayNothing_areLetGoAndTakeNoMorePlacesThanTheirs() throws Exception {
    start(
        FrontSettings.of(loopback(0), broker.getLocalPort())
            .limited(3, 2, SHORT, Duration.ofMinutes(1)));
    try (Socket one = new Socket(InetAddress.getLoopbackAddress(), front.port());
        Socket two = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
      await().until(() -> front.size() == 2);
      try (Socket three = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
        three.setSoTimeout(20_000);
        assertEquals(-1, three.getInputStream().read());
      }
      one.setSoTimeout(20_000);
      two.setSoTimeout(20_000);
      assertEquals(-1, one.getInputStream().read());
      assertEquals(-1, two.getInputStream().read());
    }
    try (SecuredSocket client = connect();
        Socket server = begin(client)) {
      assertEquals(1, front.size());
      server.close();
    }
  }

  @Test
  void clientThatTakesNothing_isGivenUp() throws Exception {
    start(FrontSettings.of(loopback(0), broker.getLocalPort()).limited(3, 3, SHORT, SHORT));
    try (SecuredSocket client = connect();
        Socket server = begin(client)) {
      Thread flood = new Thread(() -> write(server), "flood");
      flood.setDaemon(true);
      flood.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> front.size() == 0);
      flood.join(20_000);
    }
  }

  private static void write(Socket server) {
    byte[] block = new byte[1 << 16];
    try {
      while (!server.isClosed()) {
        server.getOutputStream().write(block);
      }
    } catch (IOException e) {
      // Given up, as it should be.
    }
  }

  private Socket begin(SecuredSocket client) throws IOException {
    client.getOutputStream().write(CONNECT);
    broker.setSoTimeout(20_000);
    Socket server = broker.accept();
    assertArrayEquals(CONNECT, server.getInputStream().readNBytes(CONNECT.length));
    return server;
  }

  private void start(FrontSettings settings) throws Exception {
    SecureRandom random = new SecureRandom();
    Instant now = Instant.now();
    Instant from = now.minus(Duration.ofDays(1));
    Instant until = now.plus(Duration.ofDays(9));
    CertificateAuthority authority = CertificateAuthority.create("root", from, until, random);
    Path trust = directory.resolve("ca.pem");
    PemFiles.writeCertificates(trust, List.of(authority.certificate()));
    AlternativeNames here = AlternativeNames.address(InetAddress.getLoopbackAddress().getAddress());
    LineSettings own =
        files(trust, "front", authority.issue("front", here, CertificateUse.SIGN, from, until));
    kiosk = files(trust, "k-1", authority.issue("k-1", CertificateUse.SIGN, from, until));
    front =
        Front.start(
            settings, new NationalAcceptor(own, InstantSource.system(), System::nanoTime, random));
  }

  private LineSettings files(Path trust, String name, IssuedKey issued) throws IOException {
    Path certificate = directory.resolve(name + ".pem");
    Path key = directory.resolve(name + ".key");
    PemFiles.writeCertificates(certificate, List.of(issued.certificate()));
    PemFiles.writeKey(key, issued.key());
    return LineSettings.of(LineSettings.NATIONAL).trusting(trust).showing(certificate, key);
  }

  private SecuredSocket connect() throws IOException {
    SecuredSocket socket =
        new SecuredSocket(
            NationalSecurity.ofFiles(InstantSource.system(), new SecureRandom()),
            ServerName.of("127.0.0.1"),
            kiosk,
            Duration.ofSeconds(10));
    socket.connect(loopback(front.port()));
    return socket;
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
