package egov.kiosk.tls.national;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import egov.kiosk.tls.LineSettings;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What one end of a line has: whom it believes, and what it proves itself with.
 *
 * @param trust the authorities believed
 * @param key its signing key
 * @param clock decides about dates
 */
record Party(TrustStore trust, SigningKey key, InstantSource clock) {

  /**
   * Opens what the settings name.
   *
   * @param custody gives the machine's own signing key, for settings without a key file
   */
  static Party open(
      LineSettings settings, KioskKey custody, InstantSource clock, SecureRandom random)
      throws LineException {
    try {
      TrustStore trust = trust(settings);
      SigningKey key = key(settings, custody, random);
      Instant now = clock.instant();
      key.certificate().checkValid(now);
      if (!key.certificate().allows(CertificateUse.SIGN)) {
        throw new LineException(
            LineFault.OWN_UNFIT,
            "this machine's certificate for lines is not for signing; use the signing certificate");
      }
      return new Party(trust, key, clock);
    } catch (CryptoException e) {
      throw new LineException(LineFault.OWN_UNFIT, "on this side: " + e.getMessage(), e);
    }
  }

  private static TrustStore trust(LineSettings settings) throws CryptoException, LineException {
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(settings.requiredTrust()));
    if (settings.revocationFile().isPresent()) {
      for (RevocationList list : PemFiles.readRevocationLists(settings.revocationFile().get())) {
        trust = trust.with(list);
      }
    }
    return trust;
  }

  /** Checks the other end's certificate: chain, use, dates, revocation. */
  Sm2Certificate believed(byte[] der) throws LineException {
    try {
      Sm2Certificate certificate = Sm2Certificate.parse(der);
      trust.check(certificate, CertificateUse.SIGN, clock.instant());
      return certificate;
    } catch (CryptoException e) {
      throw Verdicts.about(e, clock.instant());
    }
  }

  private static SigningKey key(LineSettings settings, KioskKey custody, SecureRandom random)
      throws CryptoException, LineException {
    if (settings.certificateFile().isPresent() && settings.keyFile().isPresent()) {
      return SoftwareSigningKey.of(
          new IssuedKey(
              PemFiles.readKey(settings.keyFile().get()),
              PemFiles.readCertificate(settings.certificateFile().get())),
          random);
    }
    if (settings.certificateFile().isPresent() || settings.keyFile().isPresent()) {
      throw new LineException(
          LineFault.SETTINGS, "a certificate file and a key file are set together, or neither");
    }
    return custody.signing();
  }
}
