package egov.kiosk.crypto.component;

import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.ClockRules;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.RevocationPolicy;
import egov.kiosk.crypto.certificate.TrustRules;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.envelope.TestCodec;
import egov.kiosk.crypto.envelope.TestFleetCodec;
import egov.kiosk.domain.health.Finding;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kiosk's files in a folder, a clock to turn, and the component over both. */
final class Station {
  final Lab lab;
  final Path folder;
  final TestCodec codec = new TestCodec();
  Instant now = Lab.NOW;

  Station(Path folder) throws Exception {
    this.folder = folder;
    lab = new Lab();
    key("sign.key", lab.kiosk);
    certificate("sign.crt", lab.kiosk);
    PemFiles.writeCertificates(file("trust.crt"), List.of(lab.authority.certificate()));
    certificate("platform.crt", lab.platformEncrypt);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void key(String name, IssuedKey issued) throws Exception {
    Files.deleteIfExists(file(name));
    PemFiles.writeKey(file(name), issued.key());
  }

  void certificate(String name, IssuedKey issued) throws Exception {
    PemFiles.writeCertificates(file(name), List.of(issued.certificate()));
  }

  void lists(long number, Map<BigInteger, Instant> revoked) throws Exception {
    RevocationList list =
        lab.authority.revoke(
            BigInteger.valueOf(number), revoked, now, now.plus(Duration.ofDays(7)));
    PemFiles.writeRevocationLists(file("lists.pem"), List.of(list));
  }

  CryptoComponent open(RevocationPolicy policy) {
    CryptoSettings settings =
        new CryptoSettings(
            Lab.KIOSK,
            CustodyKind.FILE,
            Optional.of(
                new KeyFiles(
                    new KeyFiles.Pair(file("sign.key"), file("sign.crt")),
                    Optional.empty(),
                    Optional.empty())),
            new TrustSettings(
                file("trust.crt"),
                Optional.of(file("lists.pem")).filter(Files::exists),
                new TrustRules(Duration.ofMinutes(5), policy)),
            Lab.PLATFORM,
            file("platform.crt"),
            file("order-secret"),
            30);
    return new CryptoComponent(
        codec, new TestFleetCodec(), () -> now, new ClockRules(Lab.FROM), settings);
  }

  static Finding check(CryptoComponent component) {
    return component.check(Duration.ofSeconds(1));
  }
}
