package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;

/** The encryption key in a device. */
final class TokenOpeningKey implements OpeningKey {
  private final TokenCustody custody;
  private final Sm2Certificate certificate;

  TokenOpeningKey(TokenCustody custody, Sm2Certificate certificate) {
    this.custody = custody;
    this.certificate = certificate;
  }

  @Override
  public Sm2Certificate certificate() {
    return certificate;
  }

  @Override
  public byte[] open(byte[] ciphertext) throws CryptoException {
    return custody.decrypt(certificate, Sm2RawCiphertext.ofDer(ciphertext));
  }
}
