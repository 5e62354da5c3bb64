package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2Encryption;

/** An encryption key in this process's memory: for laboratories, as {@link SoftwareSigningKey}. */
public final class SoftwareOpeningKey implements OpeningKey {
  private final IssuedKey issued;

  private SoftwareOpeningKey(IssuedKey issued) {
    this.issued = issued;
  }

  /**
   * Takes a key and its certificate.
   *
   * @throws CryptoException {@link CryptoFault#KEY_NOT_OF_CERTIFICATE}, or {@link
   *     CryptoFault#CERTIFICATE_USE_WRONG} when the certificate is not for encryption
   */
  public static SoftwareOpeningKey of(IssuedKey issued) throws CryptoException {
    if (!issued.key().publicKey().equals(issued.certificate().publicKey())) {
      throw new CryptoException(
          CryptoFault.KEY_NOT_OF_CERTIFICATE,
          "the private key is not the one in the certificate; put the files that belong together");
    }
    if (!issued.certificate().allows(CertificateUse.ENCRYPT)) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_USE_WRONG,
          "the certificate is not for encryption; use the encryption certificate, not the signing"
              + " one");
    }
    return new SoftwareOpeningKey(issued);
  }

  @Override
  public Sm2Certificate certificate() {
    return issued.certificate();
  }

  @Override
  public byte[] open(byte[] ciphertext) throws CryptoException {
    return Sm2Encryption.decrypt(issued.key(), ciphertext);
  }
}
