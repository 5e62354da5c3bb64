package egov.kiosk.uplinkmqtt.faults;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.front.Front;
import egov.kiosk.front.FrontSettings;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.national.NationalAcceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A national authority, what it issued, and fronts that show it. */
final class NationalKeys {
  private final SecureRandom random = new SecureRandom();
  private final Path directory;
  private final CertificateAuthority authority;

  private NationalKeys(Path directory) throws CryptoException, IOException {
    this.directory = Files.createDirectories(directory);
    authority = CertificateAuthority.create("root", days(-900), days(900), random);
    PemFiles.writeCertificates(trust(), List.of(authority.certificate()));
  }

  static NationalKeys make(Path directory) throws CryptoException, IOException {
    return new NationalKeys(directory);
  }

  /** A kiosk's own line, or another machine's. */
  LineSettings client(String name) throws CryptoException, IOException {
    return files(name, authority.issue(name, CertificateUse.SIGN, days(-1), days(9)));
  }

  /** A front for 127.0.0.1, valid from and until so many days from now. */
  Front front(int port, int from, int until) throws CryptoException, IOException {
    AlternativeNames here = AlternativeNames.address(InetAddress.getLoopbackAddress().getAddress());
    return front(
        port,
        authority.issue("front", here, CertificateUse.SIGN, days(from), days(until)),
        InstantSource.fixed(days((from + until) / 2)));
  }

  private Front front(int port, IssuedKey shown, InstantSource clock)
      throws CryptoException, IOException {
    return Front.start(
        FrontSettings.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), port),
        new NationalAcceptor(
            files("front-" + random.nextLong(1L << 40), shown), clock, System::nanoTime, random));
  }

  private Path trust() {
    return directory.resolve("ca.pem");
  }

  private LineSettings files(String name, IssuedKey issued) throws IOException {
    Path certificate = directory.resolve(name + ".pem");
    Path key = directory.resolve(name + ".key");
    PemFiles.writeCertificates(certificate, List.of(issued.certificate()));
    Files.deleteIfExists(key);
    PemFiles.writeKey(key, issued.key());
    return LineSettings.of(LineSettings.NATIONAL).trusting(trust()).showing(certificate, key);
  }

  private static Instant days(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }
}
