package egov.kiosk.outboxsqlite.salvage;

import java.nio.ByteBuffer;

/**
 * SQLite's variable-length integer: seven bits a byte, big end first, eight in the ninth (SQLite
 * file format §1.6).
 *
 * @param value the number
 * @param end the offset behind it
 */
record Varint(long value, int end) {
  /** Reads one; null when it does not end within the buffer. */
  static Varint read(ByteBuffer bytes, int offset) {
    long value = 0;
    for (int i = 0; i < 9; i++) {
      if (offset + i >= bytes.limit()) {
        return null;
      }
      byte b = bytes.get(offset + i);
      if (i == 8) {
        return new Varint((value << 8) | Byte.toUnsignedLong(b), offset + 9);
      }
      value = (value << 7) | (b & 0x7F);
      if (b >= 0) {
        return new Varint(value, offset + i + 1);
      }
    }
    return null;
  }
}
