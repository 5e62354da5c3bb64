package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.Passphrase;
import egov.kiosk.crypto.rest.CustodyWrapping;
import egov.kiosk.crypto.rest.OpenWrapping;
import egov.kiosk.crypto.rest.PassphraseWrapping;
import egov.kiosk.crypto.rest.RestWrapping;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How the configured custody wraps the keys of data at rest. */
final class DataKeys {
  private DataKeys() {}

  /**
   * By the passphrase of the key's file, or by the device that keeps the key.
   *
   * @throws CryptoException when the device cannot be asked now
   */
  static RestWrapping wrapping(CryptoSettings settings, Custodies custodies, InstantSource clock)
      throws CryptoException {
    if (settings.files().isPresent()) {
      Optional<Passphrase> passphrase = settings.files().get().passphrase();
      return passphrase.isPresent()
          ? new PassphraseWrapping(passphrase.get(), new SecureRandom())
          : new OpenWrapping();
    }
    KeyCustody custody = custodies.of(settings);
    try {
      custody.opening();
    } catch (CryptoException e) {
      if (e.fault() != CryptoFault.KEY_ABSENT) {
        throw e;
      }
      // A device that can only sign keeps no secrets: the file's mode has to, and the doctor says
      // so.
      return new OpenWrapping();
    }
    return new CustodyWrapping(
        custody, (signer, then) -> checkOwn(settings, signer, then), clock, new SecureRandom());
  }

  /** This kiosk's signing certificate of some day. */
  private static void checkOwn(CryptoSettings settings, Sm2Certificate signer, Instant then)
      throws CryptoException {
    if (!signer.commonName().equals(settings.kioskId())) {
      throw CryptoException.messageRefused();
    }
    settings
        .trust()
        .open(settings.ownFolder())
        .trust()
        .checkThen(signer, CertificateUse.SIGN, then);
  }
}
