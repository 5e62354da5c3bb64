package egov.kiosk.pageprinter.ipp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks an answer (RFC 8010 §3) before any library sees it, without recursion and without copying:
 * lengths that fit, few values, shallow collections, a charset we know. What passes here is small
 * and well formed.
 */
final class IppScan {
  private static final int MOST_VALUES = 4_000;
  private static final int DEEPEST = 8;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_VALUE = 1_023;

  private static final int END = 0x03;
  private static final int LAST_DELIMITER = 0x0F;
  private static final int BEGIN_COLLECTION = 0x34;
  private static final int END_COLLECTION = 0x37;
  private static final int MEMBER_NAME = 0x4A;
  private static final int CHARSET = 0x47;

  private final ByteBuffer in;
  private int values;
  private int depth;
  private boolean group;

  private IppScan(byte[] answer) {
    in = ByteBuffer.wrap(answer);
  }

  /**
   * Looks an answer through.
   *
   * @throws IppException when it is not as it should be
   */
  static void check(byte[] answer, int requestId) throws IppException {
    if (answer.length < 9 || answer[0] < 1 || answer[0] > 2) {
      throw IppException.nonsense("what answers speaks no IPP 1 or 2");
    }
    IppScan scan = new IppScan(answer);
    scan.in.position(4);
    if (scan.in.getInt() != requestId) {
      throw IppException.nonsense("it answers another question");
    }
    scan.attributes();
  }

  private void attributes() throws IppException {
    while (in.hasRemaining()) {
      int tag = Byte.toUnsignedInt(in.get());
      if (tag > LAST_DELIMITER) {
        attribute(tag);
        continue;
      }
      if (depth != 0) {
        throw IppException.nonsense("a collection in its answer does not end");
      }
      if (tag == END) {
        return;
      }
      group = true;
    }
    throw IppException.nonsense("its answer is cut off");
  }

  private void attribute(int tag) throws IppException {
    if (!group) {
      throw IppException.nonsense("its answer has attributes before any group");
    }
    if (++values > MOST_VALUES) {
      throw IppException.nonsense("its answer has too many values");
    }
    skip(length(LONGEST_NAME));
    int length = length(LONGEST_VALUE);
    switch (tag) {
      case BEGIN_COLLECTION -> {
        if (++depth > DEEPEST) {
          throw IppException.nonsense("its collections are nested too deeply");
        }
      }
      case END_COLLECTION -> {
        if (--depth < 0) {
          throw IppException.nonsense("its collections are out of step");
        }
      }
      case MEMBER_NAME -> {
        if (depth == 0) {
          throw IppException.nonsense("its collections are out of step");
        }
      }
      case CHARSET -> charset(length);
      default -> fixed(tag, length);
    }
    skip(length);
  }

  /** Values whose length the standard fixes (RFC 8010 §3.9). */
  private void fixed(int tag, int length) throws IppException {
    int wanted =
        switch (tag) {
          case 0x21, 0x23 -> 4;
          case 0x22 -> 1;
          case 0x31 -> 11;
          case 0x32 -> 9;
          case 0x33 -> 8;
          default -> length;
        };
    if (length != wanted) {
      throw IppException.nonsense("a value in its answer has a wrong length");
    }
  }

  private void charset(int length) throws IppException {
    if (in.remaining() < length) {
      throw IppException.nonsense("its answer is cut off");
    }
    String name = new String(in.array(), in.position(), length, StandardCharsets.US_ASCII);
    if (!name.equalsIgnoreCase("utf-8") && !name.equalsIgnoreCase("us-ascii")) {
      throw IppException.nonsense("its answer is in another charset than asked for");
    }
  }

  private int length(int most) throws IppException {
    if (in.remaining() < 2) {
      throw IppException.nonsense("its answer is cut off");
    }
    // Signed in the standard: a negative one is refused like one that is too large.
    int length = in.getShort();
    if (length < 0 || length > most) {
      throw IppException.nonsense("a length in its answer is negative or too large");
    }
    return length;
  }

  private void skip(int count) throws IppException {
    if (in.remaining() < count) {
      throw IppException.nonsense("its answer is cut off");
    }
    in.position(in.position() + count);
  }
}
