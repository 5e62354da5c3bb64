package egov.kiosk.crypto.hostile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A good DER value as a tree that can be written again with one branch replaced. */
final class Value {
  private final int tag;
  private final byte[] body;
  private final List<Value> inside = new ArrayList<>();

  private Value(int tag, byte[] body) {
    this.tag = tag;
    this.body = body;
    if ((tag & 0x20) != 0) {
      for (int at = 0; at < body.length; ) {
        Value next = read(body, at);
        inside.add(next);
        at += next.encoded().length;
      }
    }
  }

  static Value of(byte[] der) {
    return read(der, 0);
  }

  private static Value read(byte[] bytes, int from) {
    int length = bytes[from + 1] & 0xff;
    int start = from + 2;
    if (length > 0x80) {
      int count = length & 0x7f;
      length = 0;
      for (int i = 0; i < count; i++) {
        length = (length << 8) | (bytes[start++] & 0xff);
      }
    }
    return new Value(bytes[from] & 0xff, Arrays.copyOfRange(bytes, start, start + length));
  }

  int tag() {
    return tag;
  }

  byte[] body() {
    return body.clone();
  }

  byte[] encoded() {
    return encode(tag, body);
  }

  void collect(List<Value> all) {
    all.add(this);
    inside.forEach(value -> value.collect(all));
  }

  /** This value, with other bytes in the place of one of those inside it. */
  byte[] with(Value place, byte[] instead) {
    if (this == place) {
      return instead;
    }
    if (inside.isEmpty()) {
      return encoded();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    inside.forEach(value -> out.writeBytes(value.with(place, instead)));
    return encode(tag, out.toByteArray());
  }

  static byte[] encode(int tag, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (body.length < 0x80) {
      out.write(body.length);
    } else {
      int count = (Integer.SIZE - Integer.numberOfLeadingZeros(body.length) + 7) / 8;
      out.write(0x80 | count);
      for (int i = count - 1; i >= 0; i--) {
        out.write(body.length >>> 8 * i);
      }
    }
    out.writeBytes(body);
    return out.toByteArray();
  }
}
