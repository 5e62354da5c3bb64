package egov.kiosk.crypto;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** One authority, one kiosk and one platform, all valid through the year 2026. */
public final class Lab {
  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant UNTIL = Instant.parse("2026-12-31T23:59:59Z");
  public static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  public static final String KIOSK = "zj-hz-000001";
  public static final String PLATFORM = "platform.example";

  public final SecureRandom random = new SecureRandom();
  public final CertificateAuthority authority;
  public final IssuedKey kiosk;
  public final IssuedKey platformSign;
  public final IssuedKey platformEncrypt;
  public final TrustStore trust;

  public Lab() throws CryptoException {
    authority = CertificateAuthority.create("lab-root", FROM, UNTIL, random);
    kiosk = authority.issue(KIOSK, CertificateUse.SIGN, FROM, UNTIL);
    platformSign = authority.issue(PLATFORM, CertificateUse.SIGN, FROM, UNTIL);
    platformEncrypt = authority.issue(PLATFORM, CertificateUse.ENCRYPT, FROM, UNTIL);
    trust = TrustStore.of(List.of(authority.certificate()));
  }

  public SigningKey kioskKey() throws CryptoException {
    return SoftwareSigningKey.of(kiosk, random);
  }

  public SigningKey platformKey() throws CryptoException {
    return SoftwareSigningKey.of(platformSign, random);
  }
}
