package egov.kiosk.codescanner.code;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which codes were handed out lately, so that none counts twice. Remembers fingerprints under a key
 * of its own that dies with it, never a code. One thread.
 */
public final class UsedCodes {
  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MOST = 1000;
  private static final String ALGORITHM = "HmacSHA256";

  private record Used(byte[] fingerprint, long nanoTime) {}

  private final SecretKeySpec key;
  private final Deque<Used> used = new ArrayDeque<>();

  public UsedCodes() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
    Arrays.fill(random, (byte) 0);
  }

  /**
   * Whether a code is new; it is used from now on.
   *
   * @param now a moment of the monotonic clock
   */
  public boolean use(byte[] code, long now) {
    while (!used.isEmpty() && now - used.peek().nanoTime() > MEMORY.toNanos()) {
      used.remove();
    }
    byte[] fingerprint = fingerprint(code);
    if (used.stream().anyMatch(one -> Arrays.equals(one.fingerprint(), fingerprint))) {
      return false;
    }
    if (used.size() == MOST) {
      used.remove();
    }
    used.add(new Used(fingerprint, now));
    return true;
  }

  private byte[] fingerprint(byte[] code) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
