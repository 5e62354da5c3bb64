package egov.kiosk.crypto.sm;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * Signs with one key: SM2 with SM3 (GB/T 32918.2), user id {@code 1234567812345678} unless told
 * otherwise, k hedged by {@link HedgedRandom}. Keeps one initialised signer a thread, because
 * setting one up costs as much as a signature. Safe for use by any thread.
 */
public final class Sm2Signing {
  private final Sm2PrivateKey key;
  private final SecureRandom fresh;
  private final byte[] userId;
  private final ThreadLocal<Engine> engines = ThreadLocal.withInitial(this::newEngine);

  /**
   * @param key the key to sign with
   * @param fresh the system's generator
   */
  public Sm2Signing(Sm2PrivateKey key, SecureRandom fresh) {
    this(key, fresh, Sm2Curve.defaultUserId());
  }

  /**
   * As above with another user id, which enters through the value Z; at most 8191 bytes, copied.
   */
  public Sm2Signing(Sm2PrivateKey key, SecureRandom fresh, byte[] userId) {
    this.key = key;
    this.fresh = fresh;
    this.userId = userId.clone();
  }

  /** The signature as DER SEQUENCE of r and s (GB/T 35276 SM2Signature), at most 72 bytes. */
  public byte[] sign(byte[] message) {
    return engines.get().sign(key, message);
  }

  private Engine newEngine() {
    HedgedRandom random = new HedgedRandom(fresh);
    SM2Signer signer = new SM2Signer();
    // Bouncy Castle draws k, and nothing before the first signature, from the generator given here.
    signer.init(
        true, new ParametersWithID(new ParametersWithRandom(key.parameters(), random), userId));
    return new Engine(signer, random);
  }

  private record Engine(SM2Signer signer, HedgedRandom random) {
    byte[] sign(Sm2PrivateKey key, byte[] message) {
      byte[] scalar = key.scalar();
      random.begin(scalar, message);
      try {
        signer.update(message, 0, message.length);
        return signer.generateSignature();
      } catch (CryptoException e) {
        throw new IllegalStateException("Bouncy Castle cannot encode an SM2 signature", e);
      } finally {
        random.end();
        signer.reset();
        Arrays.fill(scalar, (byte) 0);
      }
    }
  }
}
