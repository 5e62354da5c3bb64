package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import java.util.Objects;

/** The two new keys of one holder and the certificates over them. */
public record IssuedPair(IssuedKey signing, IssuedKey encryption) {
  public IssuedPair {
    Objects.requireNonNull(signing, "signing");
    Objects.requireNonNull(encryption, "encryption");
  }

  /** What others may see of it. */
  public CertificatePair certificates() throws CryptoException {
    return CertificatePair.of(signing.certificate(), encryption.certificate());
  }
}
