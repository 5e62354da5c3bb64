package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.sm.Sm3;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which nonce was lately used under which key for what, and refuses to let it meet
 * anything else: a second message under the same pair gives both away. Keeps digests only. Safe for
 * use by several threads.
 */
final class SealedOnce {
  /** The chunks of several large attachments. */
  private static final int MOST = 8192;

  private final Map<ByteBuffer, byte[]> used =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, byte[]> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Notes a use.
   *
   * @throws IllegalStateException when this key and nonce sealed something else before
   */
  synchronized void note(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
    byte[] content = Sm3.digest(Sm3.digest(associated), Sm3.digest(plain));
    byte[] before = used.putIfAbsent(ByteBuffer.wrap(Sm3.hmac(key, nonce)), content);
    if (before != null && !Arrays.equals(before, content)) {
      throw new IllegalStateException(
          "another chunk of this number was sealed under this key; take a new key");
    }
  }
}
