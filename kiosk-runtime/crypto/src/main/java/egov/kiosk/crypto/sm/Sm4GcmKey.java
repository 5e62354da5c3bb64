package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4-GCM (GB/T 36624 clause 11) under one key for many small things, prepared once. The nonce is
 * the first 12 bytes of HMAC-SM3, under a key derived from this one, of all that is sealed: no
 * generator takes part, so none can repeat itself, and a copied disk or a restored snapshot makes
 * the same nonce for the very same message only, which then has the very same ciphertext. That a
 * thing was sealed at its place before is all that anybody learns from it. Two different messages
 * meet in a nonce as often as two random ones would. Safe for use by several threads.
 */
public final class Sm4GcmKey {
  private static final byte[] LABEL = "egov.kiosk nonce 1".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] OTHER = new byte[Sm4Gcm.NONCE];

  private final Object sealingGate = new Object();
  private final Object openingGate = new Object();
  private final GCMModeCipher sealing = GCMBlockCipher.newInstance(new SM4Engine());
  private final GCMModeCipher opening = GCMBlockCipher.newInstance(new SM4Engine());
  private final HMac nonces = new HMac(new SM3Digest());
  private final byte[] key;
  private byte[] lastNonce = OTHER;

  /**
   * @param key 16 bytes; copied
   */
  public Sm4GcmKey(byte[] key) {
    if (key.length != Sm4Gcm.KEY) {
      throw new IllegalArgumentException("a key has 16 bytes");
    }
    this.key = key.clone();
    nonces.init(new KeyParameter(Sm3.hmac(key, LABEL)));
    // With a key once, and then with new nonces only: the tables of the key are made once.
    AEADParameters first = new AEADParameters(new KeyParameter(key), Sm4Gcm.TAG * 8, OTHER);
    sealing.init(false, first);
    opening.init(false, first);
  }

  /**
   * Encrypts.
   *
   * @param associated authenticated and not repeated in the result
   * @return nonce, ciphertext and tag, 28 bytes longer than the plaintext
   */
  public byte[] seal(byte[] associated, byte[] plain) {
    synchronized (sealingGate) {
      byte[] nonce = nonce(associated, plain);
      if (Arrays.equals(nonce, lastNonce)) {
        // The library refuses a nonce that comes twice in a row, as the very same message makes it.
        sealing.init(false, new AEADParameters(null, Sm4Gcm.TAG * 8, OTHER));
      }
      lastNonce = nonce;
      sealing.init(true, new AEADParameters(null, Sm4Gcm.TAG * 8, nonce, associated));
      byte[] box = Arrays.copyOf(nonce, nonce.length + plain.length + Sm4Gcm.TAG);
      try {
        int length = sealing.processBytes(plain, 0, plain.length, box, nonce.length);
        sealing.doFinal(box, nonce.length + length);
        return box;
      } catch (InvalidCipherTextException e) {
        throw new IllegalStateException("Bouncy Castle cannot encrypt with SM4-GCM", e);
      }
    }
  }

  /**
   * Decrypts.
   *
   * @param from where nonce, ciphertext and tag begin in the array; they go to its end
   * @throws CryptoException {@code MESSAGE_REFUSED} when anything about it is wrong
   */
  public byte[] open(byte[] associated, byte[] box, int from) throws CryptoException {
    int length = box.length - from - Sm4Gcm.NONCE;
    if (length < Sm4Gcm.TAG) {
      throw CryptoException.messageRefused();
    }
    synchronized (openingGate) {
      byte[] nonce = Arrays.copyOfRange(box, from, from + Sm4Gcm.NONCE);
      opening.init(false, new AEADParameters(null, Sm4Gcm.TAG * 8, nonce, associated));
      byte[] plain = new byte[length - Sm4Gcm.TAG];
      try {
        int done = opening.processBytes(box, from + Sm4Gcm.NONCE, length, plain, 0);
        opening.doFinal(plain, done);
        return plain;
      } catch (InvalidCipherTextException e) {
        throw CryptoException.messageRefused();
      }
    }
  }

  /** The 16 bytes themselves, to be wrapped and nothing else; a copy, the caller clears it. */
  public byte[] raw() {
    return key.clone();
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "Sm4GcmKey[hidden]";
  }

  private byte[] nonce(byte[] associated, byte[] plain) {
    byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(associated.length).array();
    nonces.update(length, 0, length.length);
    nonces.update(associated, 0, associated.length);
    nonces.update(plain, 0, plain.length);
    byte[] mac = new byte[Sm3.LENGTH];
    nonces.doFinal(mac, 0);
    return Arrays.copyOf(mac, Sm4Gcm.NONCE);
  }
}
