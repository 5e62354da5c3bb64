package egov.kiosk.crypto.sm;

import java.security.SecureRandom;
import java.util.Arrays;

/** A generator that always gives the same: what a cloned disk or a broken chip does. */
final class FixedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final byte[] value;

  FixedRandom(byte[] value) {
    super(null, null);
    this.value = value.clone();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    for (int at = 0; at < bytes.length; at += value.length) {
      System.arraycopy(value, 0, bytes, at, Math.min(value.length, bytes.length - at));
    }
  }

  @Override
  public byte[] generateSeed(int length) {
    return Arrays.copyOf(value, length);
  }
}
