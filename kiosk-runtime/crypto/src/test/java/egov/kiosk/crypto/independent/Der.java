package egov.kiosk.crypto.independent;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A reader of DER written from ITU-T X.690 alone, for checking messages without the library that
 * made them.
 *
 * @param tag the identifier octet
 * @param body the contents octets
 * @param whole identifier, length and contents octets
 */
@SuppressWarnings({"ArrayRecordComponent", "ByteBufferBackingArray"})
record Der(int tag, byte[] body, byte[] whole) {
  static Der of(byte[] bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    Der value = next(input);
    if (input.hasRemaining()) {
      throw new IllegalArgumentException("bytes after the end");
    }
    return value;
  }

  private static Der next(ByteBuffer input) {
    int start = input.position();
    int tag = input.get() & 0xff;
    int length = input.get() & 0xff;
    if (length > 0x80) {
      int count = length & 0x7f;
      length = 0;
      for (int index = 0; index < count; index++) {
        length = (length << 8) | (input.get() & 0xff);
      }
      if (length < 0x80 || (count > 1 && length >>> 8 * (count - 1) == 0)) {
        throw new IllegalArgumentException("length not in the shortest form");
      }
    } else if (length == 0x80) {
      throw new IllegalArgumentException("indefinite length is not DER");
    }
    byte[] body = new byte[length];
    input.get(body);
    return new Der(tag, body, Arrays.copyOfRange(input.array(), start, input.position()));
  }

  /** The values inside, in order. */
  List<Der> inside() {
    if ((tag & 0x20) == 0) {
      throw new IllegalArgumentException("a primitive value has nothing inside");
    }
    ByteBuffer input = ByteBuffer.wrap(body);
    List<Der> values = new ArrayList<>();
    while (input.hasRemaining()) {
      values.add(next(input));
    }
    return values;
  }

  /** The value at a path of positions. */
  Der at(int... path) {
    Der value = this;
    for (int position : path) {
      value = value.inside().get(position);
    }
    return value;
  }

  /** An object identifier in dotted form. */
  String oid() {
    StringBuilder text = new StringBuilder((body[0] / 40) + "." + body[0] % 40);
    long arc = 0;
    for (int index = 1; index < body.length; index++) {
      arc = (arc << 7) | (body[index] & 0x7f);
      if (body[index] >= 0) {
        text.append('.').append(arc);
        arc = 0;
      }
    }
    return text.toString();
  }
}
