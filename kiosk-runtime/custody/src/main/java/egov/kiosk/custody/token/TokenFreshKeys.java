package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.FreshKeys;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import egov.kiosk.crypto.sm.Sm2RawSignature;
import java.util.Optional;

/** Keys in a device that have no certificates yet. */
final class TokenFreshKeys implements FreshKeys {
  private final TokenEnrolment custody;
  private final Sm2PublicKey signing;
  private final Optional<Sm2PublicKey> encryption;

  TokenFreshKeys(TokenEnrolment custody, Sm2PublicKey signing, Optional<Sm2PublicKey> encryption) {
    this.custody = custody;
    this.signing = signing;
    this.encryption = encryption;
  }

  @Override
  public Sm2PublicKey signing() {
    return signing;
  }

  @Override
  public Optional<Sm2PublicKey> encryption() {
    return encryption;
  }

  @Override
  public byte[] sign(byte[] message) throws CryptoException {
    byte[] raw = custody.call(token -> token.sign(Signable.of(signing, message)));
    byte[] signature = raw.length == Sm2RawSignature.LENGTH ? Sm2RawSignature.of(raw).der() : raw;
    if (!signing.verifies(message, signature)) {
      throw TokenFault.fault(
          custody.description().label(),
          "its signature does not hold under the key it made (a wrong mechanism is configured, or"
              + " it is defective)");
    }
    return signature;
  }

  @Override
  public byte[] open(byte[] ciphertext) throws CryptoException {
    if (encryption.isEmpty()) {
      throw TokenFault.noKey(custody.description().label(), "encryption key yet");
    }
    Sm2RawCiphertext parts = Sm2RawCiphertext.ofDer(ciphertext);
    return custody.call(token -> token.decrypt(parts));
  }
}
