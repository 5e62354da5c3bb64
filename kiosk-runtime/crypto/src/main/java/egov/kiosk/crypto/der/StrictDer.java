package egov.kiosk.crypto.der;

import java.util.Arrays;

/**
 * Decides in one pass, without building anything, whether bytes are one DER value (ISO/IEC 8825-1
 * clause 10): definite lengths in their shortest form, tags in their shortest form, nothing after
 * the end, and no deeper and with no more values than any message of ours. Library parsers are
 * recursive and lenient; what came from outside meets them only after this. Takes time in
 * proportion to the input and memory in proportion to the depth. Safe for use by any thread.
 */
public final class StrictDer {
  /** The deepest structure of ours is a name in a certificate in a message: 11. */
  private static final int DEEPEST = 24;

  private static final int CONSTRUCTED = 0x20;
  private static final int TAG_NUMBER = 0x1f;
  private static final int INTEGER = 2;
  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 4;

  private final byte[] input;
  private final int[] ends = new int[DEEPEST + 1];
  private int depth;
  private int at;

  private StrictDer(byte[] input) {
    this.input = input;
    Arrays.fill(ends, input.length);
  }

  /**
   * Whether the bytes are exactly one such value.
   *
   * @param input is only read
   * @param largest how many bytes are looked at; more are refused unread
   */
  public static boolean isOneValue(byte[] input, int largest) {
    return input.length >= 2 && input.length <= largest && new StrictDer(input).read();
  }

  private boolean read() {
    if (!value()) {
      return false;
    }
    while (depth > 0) {
      if (at == ends[depth]) {
        depth--;
      } else if (!value()) {
        return false;
      }
    }
    return at == input.length;
  }

  /** Passes a primitive value, or steps into a constructed one. */
  private boolean value() {
    int tag = next();
    if (tag <= 0 || (tag & TAG_NUMBER) == TAG_NUMBER) {
      // Tag 0 ends an indefinite length; no structure of ours has a tag number above 30.
      return false;
    }
    int length = length();
    if (length < 0 || length > ends[depth] - at) {
      return false;
    }
    if ((tag & CONSTRUCTED) == 0) {
      boolean good = tag != INTEGER || shortestInteger(length);
      at += length;
      return good;
    }
    if (depth == DEEPEST) {
      return false;
    }
    ends[++depth] = at + length;
    return true;
  }

  private boolean shortestInteger(int length) {
    if (length == 0) {
      return false;
    }
    boolean redundant =
        length > 1
            && (input[at] == 0 && input[at + 1] >= 0 || input[at] == -1 && input[at + 1] < 0);
    return !redundant;
  }

  /** The length that stands here; −1 when it is indefinite, too large or not the shortest form. */
  private int length() {
    int first = next();
    if (first < LONG_FORM) {
      return first;
    }
    int count = first - LONG_FORM;
    if (count == 0 || count > MOST_LENGTH_BYTES) {
      return -1;
    }
    long length = 0;
    for (int i = 0; i < count; i++) {
      int octet = next();
      if (octet < 0 || (i == 0 && octet == 0)) {
        return -1;
      }
      length = (length << 8) | octet;
    }
    return length < LONG_FORM || length > Integer.MAX_VALUE ? -1 : (int) length;
  }

  private int next() {
    return at < ends[depth] ? input[at++] & 0xff : -1;
  }
}
