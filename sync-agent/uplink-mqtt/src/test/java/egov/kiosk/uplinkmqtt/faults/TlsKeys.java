package egov.kiosk.uplinkmqtt.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority and what it issued: good, too old, not yet; and a stranger's. */
final class TlsKeys {
  static final char[] PASSWORD = "changeit".toCharArray();

  private final Path store;
  private final Path authority;

  private TlsKeys(Path directory) {
    store = directory.resolve("keys.p12");
    authority = directory.resolve("authority.pem");
  }

  static TlsKeys make(Path directory) throws IOException {
    TlsKeys keys = new TlsKeys(directory);
    keys.pair("authority", "-900d", 2000, "-ext", "bc:c");
    keys.pair("good", "-1d", 10, "-signer", "authority");
    keys.pair("old", "-20d", 10, "-signer", "authority");
    keys.pair("future", "+400d", 10, "-signer", "authority");
    keys.pair("stranger", "-1d", 10);
    keys.keytool("-exportcert", "-rfc", "-alias", "authority", "-file", keys.authority.toString());
    return keys;
  }

  /** PEM with the authority. */
  Path authority() {
    return authority;
  }

  /** One key and its certificates. */
  KeyStore only(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, PASSWORD);
    }
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
    return one;
  }

  private void pair(String alias, String begin, int days, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
    arguments.addAll(List.of("-dname", "CN=" + alias, "-ext", "san=ip:127.0.0.1"));
    arguments.addAll(List.of("-startdate", begin, "-validity", Integer.toString(days)));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
  }

  private void keytool(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(arguments));
    line.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    line.addAll(List.of("-storepass", new String(PASSWORD)));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool fails on " + line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
