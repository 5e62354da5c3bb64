package egov.kiosk.bench.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** P-256 keys and certificates for the line, made by openssl: one a kiosk, all of one authority. */
final class DeviceCertificates {
  private static final String SETTINGS =
      """
      [req]
      distinguished_name = name
      [name]
      [authority]
      basicConstraints = critical,CA:TRUE
      keyUsage = critical,keyCertSign,cRLSign
      [broker]
      basicConstraints = critical,CA:FALSE
      keyUsage = critical,digitalSignature
      extendedKeyUsage = serverAuth
      subjectAltName = IP:127.0.0.1
      [device]
      basicConstraints = critical,CA:FALSE
      keyUsage = critical,digitalSignature
      extendedKeyUsage = clientAuth
      """;

  private static final String ONE =
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30"
          + " -config req.cnf ";
  private static final String BELOW = " -CA ca.pem -CAkey ca.key ";
  private static final long LONGEST_MINUTES = 10;
  private static final char[] NO_SECRET = new char[0];

  private final Path directory;

  DeviceCertificates(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** Makes the authority, the broker's pair and a pair for each name. */
  void make(List<String> names) throws IOException, InterruptedException {
    Files.writeString(directory.resolve("req.cnf"), SETTINGS);
    await(
        List.of(
            shell(
                ONE
                    + "-extensions authority -subj /CN=line-ca -keyout ca.key -out ca.pem && "
                    + ONE
                    + BELOW
                    + "-extensions broker -subj /CN=127.0.0.1 -keyout broker.key -out broker.pem")));
    int hands = Math.min(names.size(), Runtime.getRuntime().availableProcessors());
    List<Process> running = new ArrayList<>();
    for (int hand = 0; hand < hands; hand++) {
      List<String> share =
          names.subList(names.size() * hand / hands, names.size() * (hand + 1) / hands);
      Files.write(directory.resolve("names." + hand), share);
      running.add(
          shell(
              "while read -r id; do "
                  + ONE
                  + BELOW
                  + "-extensions device -subj \"/CN=$id\" -keyout \"$id.key\" -out \"$id.pem\""
                  + " < /dev/null || exit 1; done < names."
                  + hand));
    }
    await(running);
  }

  private Process shell(String script) throws IOException {
    return new ProcessBuilder("sh", "-c", script)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void await(List<Process> processes) throws IOException, InterruptedException {
    for (Process process : processes) {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        processes.forEach(Process::destroyForcibly);
        throw new IOException("openssl made no certificates; is it there, and of version 3?");
      }
    }
  }

  Path authority() {
    return directory.resolve("ca.pem");
  }

  Path certificate(String name) {
    return directory.resolve(name + ".pem");
  }

  Path key(String name) {
    return directory.resolve(name + ".key");
  }

  /** What a kiosk shows. */
  KeyManagerFactory shown(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("own", readKey(key(name)), NO_SECRET, chain(certificate(name)));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(store, NO_SECRET);
    return factory;
  }

  /** Whom all believe. */
  TrustManagerFactory believed() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", chain(authority())[0]);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return factory;
  }

  private static Certificate[] chain(Path pem) throws IOException, GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)))
        .toArray(new Certificate[0]);
  }

  private static PrivateKey readKey(Path pem) throws IOException, GeneralSecurityException {
    String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }
}
