package egov.kiosk.audit.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A collector for one connection: TLS with a key made by keytool, octet counting read strictly. */
final class TlsCollector implements AutoCloseable {
  private static final char[] PASSWORD = "collector".toCharArray();

  private final SSLServerSocket server;
  private final Path trust;
  private final CompletableFuture<List<String>> messages = new CompletableFuture<>();

  private TlsCollector(SSLServerSocket server, Path trust) {
    this.server = server;
    this.trust = trust;
    Thread thread = new Thread(this::serve, "collector");
    thread.setDaemon(true);
    thread.start();
  }

  static TlsCollector start(Path directory, String names) throws Exception {
    Path store = directory.resolve("collector.p12");
    Path certificate = directory.resolve("collector.pem");
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            "c",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=" + names,
            "-validity",
            "3650",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString()));
    keytool(
        List.of(
            "-exportcert",
            "-rfc",
            "-alias",
            "c",
            "-keystore",
            store.toString(),
            "-file",
            certificate.toString()));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new TlsCollector(
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0), certificate);
  }

  private static void keytool(List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(arguments);
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(output);
    }
  }

  private void serve() {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      InputStream in = socket.getInputStream();
      List<String> read = new ArrayList<>();
      for (int unit = in.read(); unit >= 0; unit = in.read()) {
        ByteArrayOutputStream digits = new ByteArrayOutputStream();
        for (; unit != ' '; unit = in.read()) {
          if (unit < '0' || unit > '9' || (digits.size() == 0 && unit == '0')) {
            throw new IOException("MSG-LEN is digits that begin with no zero");
          }
          digits.write(unit);
        }
        int length = Integer.parseInt(digits.toString(StandardCharsets.US_ASCII));
        byte[] message = in.readNBytes(length);
        if (message.length != length) {
          throw new IOException("cut short");
        }
        read.add(new String(message, StandardCharsets.US_ASCII));
      }
      messages.complete(read);
    } catch (IOException | RuntimeException e) {
      messages.completeExceptionally(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  Path trust() {
    return trust;
  }

  List<String> messages() throws Exception {
    return messages.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
