package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.tls.ordinary.OrdinarySecurity;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ordinary TLS 1.3 under the same check of names. */
@Timeout(60)
class OrdinaryLineTest {
  @TempDir Path directory;
  private SSLServerSocket server;

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void namedServer_isBelieved() throws Exception {
    serve("DNS:broker.example,IP:127.0.0.1");
    try (SecuredSocket socket = connect("broker.example")) {
      assertEquals("TLSv1.3", socket.facts().protocol());
      socket.getOutputStream().write(7);
      assertEquals(7, socket.getInputStream().read());
    }
  }

  /** The JDK's own check would take the first of these. */
  @ParameterizedTest
  @CsvSource({
    "broker.example, email:a@broker.example",
    "broker.example, DNS:*.example",
    "broker.example, DNS:other.example",
    "broker.example, IP:127.0.0.1",
    "127.0.0.1, DNS:broker.example"
  })
  void c14_commonNameOrWildcard_isRefused(String host, String names) throws Exception {
    serve(names);
    LineException refusal = assertThrows(LineException.class, () -> connect(host).close());
    assertEquals(LineFault.NAME_WRONG, refusal.fault());
  }

  @Test
  void c14_noAlternativeNameAtAll_isRefused() throws Exception {
    serve("");
    LineException refusal =
        assertThrows(LineException.class, () -> connect("broker.example").close());
    assertEquals(LineFault.NAME_WRONG, refusal.fault());
  }

  @Test
  void olderProtocol_isNothingInCommon() throws Exception {
    serve("IP:127.0.0.1");
    server.setEnabledProtocols(new String[] {"TLSv1.2"});
    LineException refusal = assertThrows(LineException.class, () -> connect("127.0.0.1").close());
    assertEquals(LineFault.NOTHING_COMMON, refusal.fault());
  }

  @Test
  void missingOwnCertificate_isSaidWhenTheServerWantsOne() throws Exception {
    serve("IP:127.0.0.1");
    server.setNeedClientAuth(true);
    LineException refusal =
        assertThrows(
            LineException.class,
            () -> {
              try (SecuredSocket socket = connect("127.0.0.1")) {
                socket.getInputStream().read();
              }
            });
    assertEquals(LineFault.OWN_REFUSED, refusal.fault());
  }

  private SecuredSocket connect(String host) throws IOException {
    LineSettings settings =
        LineSettings.of(LineSettings.TLS).trusting(directory.resolve("authority.pem"));
    // Only now: what a server socket is set to counts from the moment it begins to accept.
    Thread thread = new Thread(this::answer, "ordinary");
    thread.setDaemon(true);
    thread.start();
    SecuredSocket socket =
        new SecuredSocket(
            new OrdinarySecurity(), ServerName.of(host), settings, Duration.ofSeconds(10));
    socket.connect(server.getLocalSocketAddress());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** Sends every byte back; its certificate is CN=broker.example with these names. */
  private void serve(String names) throws Exception {
    openssl("authority", "-subj", "/CN=authority", "-addext", "basicConstraints=critical,CA:TRUE");
    List<String> more = new ArrayList<>(List.of("-subj", "/CN=broker.example"));
    more.addAll(List.of("-CA", file("authority.pem"), "-CAkey", file("authority.key")));
    more.addAll(List.of("-addext", "basicConstraints=critical,CA:FALSE"));
    if (!names.isEmpty()) {
      more.addAll(List.of("-addext", "subjectAltName=" + names));
    }
    openssl("broker", more.toArray(String[]::new));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), null, null);
    server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private KeyManager[] keys() throws Exception {
    String pem = Files.readString(directory.resolve("broker.key")).replaceAll("-----.*-----", "");
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(directory.resolve("broker.pem"))) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      store.setKeyEntry("broker", key, new char[0], new Certificate[] {certificate});
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, new char[0]);
    return managers.getKeyManagers();
  }

  private void answer() {
    try (Socket accepted = server.accept()) {
      accepted.getInputStream().transferTo(accepted.getOutputStream());
    } catch (IOException e) {
      // Refused, which is what most of these tests want.
    }
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private void openssl(String name, String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", "ec"));
    line.addAll(List.of("-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9"));
    line.addAll(List.of("-keyout", file(name + ".key"), "-out", file(name + ".pem")));
    line.addAll(List.of(more));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(
          process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0,
          "openssl fails on " + line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
