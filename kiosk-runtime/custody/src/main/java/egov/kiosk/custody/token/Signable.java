package egov.kiosk.custody.token;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2Digest;
import egov.kiosk.crypto.sm.Sm2PublicKey;

/**
 * What shall be signed, in both forms that devices take. Arrays are not copied: they stay between
 * {@link TokenCustody} and a {@link Token}.
 *
 * @param message the message
 * @param digest e of GB/T 32918.2, 32 bytes: what the signature is really made over
 * @param standard whether e holds the user id {@code 1234567812345678}, the only one that a device
 *     which makes e itself would take
 */
@SuppressWarnings("ArrayRecordComponent")
public record Signable(byte[] message, byte[] digest, boolean standard) {
  static Signable of(Sm2Certificate signer, byte[] message) {
    return of(signer.publicKey(), message);
  }

  static Signable of(Sm2PublicKey signer, byte[] message) {
    return new Signable(message, Sm2Digest.of(signer, message), true);
  }

  static Signable of(Sm2Certificate signer, byte[] message, byte[] userId) {
    return new Signable(message, Sm2Digest.of(signer.publicKey(), message, userId), false);
  }
}
