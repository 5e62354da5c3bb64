package egov.kiosk.tls.ordinary;

import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** PEM files of ordinary keys and certificates as the JDK's stores, in memory only. */
final class PemStores {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private PemStores() {}

  /** What protects entries of a store that is never written. */
  static char[] inMemory() {
    return new char[0];
  }

  static KeyStore authorities(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    int number = 0;
    for (Certificate authority : certificates(file)) {
      store.setCertificateEntry("authority-" + number++, authority);
    }
    return store;
  }

  static KeyStore identity(Path certificateFile, Path keyFile)
      throws IOException, GeneralSecurityException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(keyFile))) {
      throw new LineException(
          LineFault.OWN_UNFIT,
          "the key file " + keyFile + " is open to others; run chmod 600 on it");
    }
    List<Certificate> chain = certificates(certificateFile);
    String text = Files.readString(keyFile, StandardCharsets.US_ASCII);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin || chain.isEmpty()) {
      throw new LineException(
          LineFault.OWN_UNFIT,
          keyFile + " should hold one unencrypted key in PKCS#8; put the right file");
    }
    byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
    PrivateKey key =
        KeyFactory.getInstance(chain.get(0).getPublicKey().getAlgorithm())
            .generatePrivate(new PKCS8EncodedKeySpec(der));
    KeyStore store = empty();
    store.setKeyEntry("line", key, inMemory(), chain.toArray(Certificate[]::new));
    return store;
  }

  private static List<Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
