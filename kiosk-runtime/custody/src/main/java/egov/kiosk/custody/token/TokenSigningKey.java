package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.sm.Sm2RawSignature;

/** The signing key in a device. */
final class TokenSigningKey implements SigningKey {
  private final TokenCustody custody;
  private final Sm2Certificate certificate;

  TokenSigningKey(TokenCustody custody, Sm2Certificate certificate) {
    this.custody = custody;
    this.certificate = certificate;
  }

  @Override
  public Sm2Certificate certificate() {
    return certificate;
  }

  @Override
  public byte[] sign(byte[] message) throws CryptoException {
    byte[] signature = der(custody.sign(certificate, Signable.of(certificate, message)));
    return checked(signature, certificate.publicKey().verifies(message, signature));
  }

  @Override
  public byte[] sign(byte[] message, byte[] userId) throws CryptoException {
    byte[] signature = der(custody.sign(certificate, Signable.of(certificate, message, userId)));
    return checked(signature, certificate.publicKey().verifies(message, signature, userId));
  }

  private static byte[] der(byte[] raw) throws CryptoException {
    return raw.length == Sm2RawSignature.LENGTH ? Sm2RawSignature.of(raw).der() : raw;
  }

  private byte[] checked(byte[] signature, boolean holds) throws CryptoException {
    if (!holds) {
      throw TokenFault.fault(
          custody.description().label(),
          "its signature does not hold under its certificate (a wrong mechanism or key is"
              + " configured, or it is defective)");
    }
    return signature;
  }
}
