package egov.kiosk.crypto.sm;

import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * Verifies with one key again and again, a third faster than {@link Sm2PublicKey#verifies}: about
 * 20 KiB of tables for the key and one initialised verifier a thread. Making one costs as much as
 * five verifications: for a platform's key on a kiosk, not for every kiosk's key on a platform.
 * Default user id. Safe for use by any thread.
 */
public final class Sm2Verifying {
  private final Sm2PublicKey key;
  private final ThreadLocal<SM2Signer> engines = ThreadLocal.withInitial(this::newEngine);

  /** Prepares a key. */
  public Sm2Verifying(Sm2PublicKey key) {
    this.key = key.withWideTables();
  }

  /** Exactly as {@link Sm2PublicKey#verifies(byte[], byte[])}. */
  public boolean verifies(byte[] message, byte[] signature) {
    if (!Sm2PublicKey.possible(signature)) {
      return false;
    }
    SM2Signer verifier = engines.get();
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  private SM2Signer newEngine() {
    SM2Signer verifier = new SM2Signer();
    verifier.init(false, new ParametersWithID(key.parameters(), Sm2Curve.defaultUserId()));
    return verifier;
  }
}
