package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.util.Objects;

/**
 * The two certificates of one holder (双证书): one to sign with and one to be encrypted to, over two
 * keys, so that the escrowed one never signs.
 *
 * @param signing allows signing and not encryption
 * @param encryption allows encryption and not signing
 */
public record CertificatePair(Sm2Certificate signing, Sm2Certificate encryption) {
  public CertificatePair {
    Objects.requireNonNull(signing, "signing");
    Objects.requireNonNull(encryption, "encryption");
  }

  /**
   * Puts two certificates together.
   *
   * @throws CryptoException {@link CryptoFault#CERTIFICATE_USE_WRONG} when they are swapped or one
   *     is for both uses, {@link CryptoFault#CERTIFICATE_NAME_WRONG} when they are of two holders,
   *     {@link CryptoFault#KEY_INVALID} when they share a key
   */
  public static CertificatePair of(Sm2Certificate signing, Sm2Certificate encryption)
      throws CryptoException {
    if (!only(signing, CertificateUse.SIGN, CertificateUse.ENCRYPT)
        || !only(encryption, CertificateUse.ENCRYPT, CertificateUse.SIGN)) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_USE_WRONG,
          "the first certificate is for signing and the second for encryption; swap them");
    }
    if (!signing.subject().equals(encryption.subject())) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_NAME_WRONG,
          "the two certificates are of two holders; put the pair that belongs together");
    }
    if (signing.publicKey().equals(encryption.publicKey())) {
      throw new CryptoException(
          CryptoFault.KEY_INVALID, "one key both signs and decrypts; issue a pair of two keys");
    }
    return new CertificatePair(signing, encryption);
  }

  private static boolean only(Sm2Certificate one, CertificateUse use, CertificateUse never) {
    return one.allows(use) && !one.allows(never) && !one.allows(CertificateUse.ISSUE);
  }
}
