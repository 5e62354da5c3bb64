package egov.kiosk.codescanner.code;

import egov.kiosk.link.capture.Masking;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What may be written down of the line from a scanner: how long a code was and of which kinds its
 * characters were, never which. The first code of a recording ends with 1, the second with 2, and
 * one that is shown again with its old number, because that is refused.
 */
public final class CodeMasking implements Masking {
  private static final int MOST_REMEMBERED = 1000;

  /** Digests, as in {@link UsedCodes}; they go with the recording. */
  private final Map<String, Integer> numbers = new HashMap<>();

  @Override
  public byte[] sent(byte[] bytes) {
    return new byte[bytes.length];
  }

  @Override
  public byte[] received(byte[] sent, byte[] bytes) {
    byte[] shown = bytes.clone();
    int begin = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\r' || bytes[i] == '\n') {
        code(bytes, begin, i, shown);
        begin = i + 1;
      }
    }
    return shown;
  }

  private void code(byte[] bytes, int from, int to, byte[] shown) {
    if (from == to) {
      return;
    }
    for (int i = from; i < to; i++) {
      shown[i] = kind(bytes[i]);
    }
    int number = number(Arrays.copyOfRange(bytes, from, to));
    for (int i = to - 1; i >= from && number > 0; i--) {
      boolean digit = shown[i] == '0';
      if (digit || shown[i] == 'a' || shown[i] == 'A') {
        shown[i] = (byte) (shown[i] + number % 10);
        number /= 10;
      }
    }
  }

  private static byte kind(byte one) {
    if (one >= '0' && one <= '9') {
      return '0';
    }
    if (one >= 'a' && one <= 'z') {
      return 'a';
    }
    if (one >= 'A' && one <= 'Z') {
      return 'A';
    }
    // Base64's own are no letters; anything else is what makes a code no code.
    boolean base64 = one == '+' || one == '/' || one == '=' || one == '-' || one == '_';
    return base64 ? one : one < 0 ? (byte) 0x80 : (byte) '%';
  }

  private int number(byte[] code) {
    try {
      String digest =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code), 0, 8);
      if (numbers.size() >= MOST_REMEMBERED) {
        numbers.clear();
      }
      return numbers.computeIfAbsent(digest, fresh -> numbers.size() + 1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } finally {
      Arrays.fill(code, (byte) 0);
    }
  }
}
