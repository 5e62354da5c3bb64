package egov.kiosk.tls;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An authority and what it issued, as files that settings name. */
public final class Pki {
  public static final String KIOSK = "zj-hz-000001";
  public static final String HOST = "broker.example";

  public final SecureRandom random = new SecureRandom();
  public final CertificateAuthority authority;
  private final Path directory;
  private final Instant now = Instant.now();
  private int number;

  public Pki(Path directory) throws CryptoException, IOException {
    this.directory = directory;
    authority =
        CertificateAuthority.create(
            "lab-root", now.minus(Duration.ofDays(900)), now.plus(Duration.ofDays(900)), random);
    PemFiles.writeCertificates(trust(), List.of(authority.certificate()));
  }

  public Path trust() {
    return directory.resolve("authority.pem");
  }

  /** A broker's signing certificate for 127.0.0.1 and {@link #HOST}. */
  public IssuedKey broker() throws CryptoException {
    return broker(
        new AlternativeNames(
            List.of(HOST), List.of(InetAddress.getLoopbackAddress().getAddress())));
  }

  public IssuedKey broker(AlternativeNames names) throws CryptoException {
    return authority.issue(HOST, names, CertificateUse.SIGN, days(-1), days(10));
  }

  public IssuedKey broker(int from, int until) throws CryptoException {
    return authority.issue(
        HOST,
        AlternativeNames.address(InetAddress.getLoopbackAddress().getAddress()),
        CertificateUse.SIGN,
        days(from),
        days(until));
  }

  public IssuedKey kiosk() throws CryptoException {
    return authority.issue(KIOSK, CertificateUse.SIGN, days(-1), days(10));
  }

  public Instant days(int days) {
    return now.plus(Duration.ofDays(days));
  }

  public LineSettings national(IssuedKey shown) throws IOException {
    return settings(shown.certificate(), shown).trusting(trust());
  }

  /** Settings that show this certificate with that key. */
  public LineSettings settings(Sm2Certificate certificate, IssuedKey key) throws IOException {
    number++;
    Path certificateFile = directory.resolve("line-" + number + ".pem");
    Path keyFile = directory.resolve("line-" + number + ".key");
    PemFiles.writeCertificates(certificateFile, List.of(certificate));
    PemFiles.writeKey(keyFile, key.key());
    return LineSettings.of(LineSettings.NATIONAL).showing(certificateFile, keyFile);
  }
}
