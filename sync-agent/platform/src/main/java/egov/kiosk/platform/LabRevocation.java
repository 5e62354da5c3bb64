package egov.kiosk.platform;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a laboratory's next revocation list: what was on the one before, and more. */
final class LabRevocation {
  private final PlatformFiles files;
  private final CertificateAuthority authority;
  private final Instant now;

  LabRevocation(PlatformFiles files, CertificateAuthority authority, Instant now) {
    this.files = files;
    this.authority = authority;
    this.now = now;
  }

  /**
   * Writes the list in the place of the one before.
   *
   * @param kiosks whose certificates, as they lie here, are revoked from now on
   * @param days how long the list is fresh
   */
  RevocationList next(List<String> kiosks, int days) throws IOException, CryptoException {
    Map<BigInteger, Instant> revoked = new HashMap<>();
    BigInteger number = BigInteger.ONE;
    List<RevocationList> others = new ArrayList<>();
    if (Files.exists(files.revocations())) {
      for (RevocationList before : PemFiles.readRevocationLists(files.revocations())) {
        if (before.isOf(authority.certificate())) {
          revoked.putAll(before.revoked());
          number = before.number().add(BigInteger.ONE);
        } else {
          others.add(before);
        }
      }
    }
    for (String kiosk : kiosks) {
      revoked.putIfAbsent(
          PemFiles.readCertificate(files.ofKiosks().certificate(kiosk)).serialNumber(), now);
    }
    RevocationList list = authority.revoke(number, revoked, now, now.plus(Duration.ofDays(days)));
    Path fresh = files.revocations().resolveSibling("crl.pem.new");
    others.add(0, list);
    PemFiles.writeRevocationLists(fresh, others);
    Files.move(
        fresh,
        files.revocations(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return list;
  }
}
