package egov.kiosk.crypto.sm;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * Randomness for one message, which stays unpredictable and unrepeated when either the system's
 * generator or the secret mixed in is sound.
 *
 * <p>An SM2 signature made twice with one k gives the private key away. A cloned disk, a restored
 * snapshot or a broken generator repeats "fresh" bytes; here they only repeat the stream of the
 * very same message. Each {@link #begin} derives a key as HMAC-SM3(secret, label ‖ 32 fresh bytes ‖
 * message); the stream is HMAC-SM3(key, counter).
 *
 * <p>Not safe for use by several threads.
 */
public final class HedgedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;
  private static final byte[] LABEL = "egov.kiosk hedge 1".getBytes(StandardCharsets.US_ASCII);

  private final transient SecureRandom fresh;
  private transient byte[] key;
  private transient int counter;

  /**
   * @param fresh the system's generator
   */
  public HedgedRandom(SecureRandom fresh) {
    super(null, null);
    this.fresh = Objects.requireNonNull(fresh, "fresh");
  }

  /**
   * Starts the stream for one message.
   *
   * @param secret what an outsider does not know, e.g. the private key's scalar
   * @param message what makes this use differ from every other
   */
  public void begin(byte[] secret, byte[] message) {
    byte[] seed = new byte[Sm3.LENGTH];
    fresh.nextBytes(seed);
    key = Sm3.hmac(secret, LABEL, seed, message);
    counter = 0;
    Arrays.fill(seed, (byte) 0);
  }

  /** Forgets the stream; until the next {@link #begin} nothing can be drawn. */
  public void end() {
    if (key != null) {
      Arrays.fill(key, (byte) 0);
      key = null;
    }
  }

  @Override
  public void nextBytes(byte[] bytes) {
    if (key == null) {
      throw new IllegalStateException("begin a message before drawing randomness for it");
    }
    for (int at = 0; at < bytes.length; at += Sm3.LENGTH) {
      byte[] block = Sm3.hmac(key, counterBytes());
      System.arraycopy(block, 0, bytes, at, Math.min(Sm3.LENGTH, bytes.length - at));
      counter++;
    }
  }

  @Override
  public byte[] generateSeed(int length) {
    return fresh.generateSeed(length);
  }

  @Override
  public String getAlgorithm() {
    return "HMAC-SM3 hedged";
  }

  private byte[] counterBytes() {
    return new byte[] {
      (byte) (counter >>> 24), (byte) (counter >>> 16), (byte) (counter >>> 8), (byte) counter
    };
  }
}
