package egov.kiosk.outboxsqlite.salvage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a record apart into its columns (SQLite file format §2.1). */
final class RecordReader {
  private static final int MAX_COLUMNS = 64;

  private RecordReader() {}

  /**
   * The columns: {@code null}, {@link Long}, {@link String} or {@code byte[]} each.
   *
   * @return empty when the bytes are not a record
   */
  static Optional<List<Object>> columns(byte[] record) {
    ByteBuffer bytes = ByteBuffer.wrap(record);
    Varint headerSize = Varint.read(bytes, 0);
    if (headerSize == null || headerSize.value() < 1 || headerSize.value() > record.length) {
      return Optional.empty();
    }
    List<Long> types = new ArrayList<>();
    int at = headerSize.end();
    while (at < headerSize.value() && types.size() <= MAX_COLUMNS) {
      Varint type = Varint.read(bytes, at);
      if (type == null) {
        return Optional.empty();
      }
      types.add(type.value());
      at = type.end();
    }
    bytes.position((int) headerSize.value());
    try {
      List<Object> columns = new ArrayList<>();
      for (long type : types) {
        columns.add(column(bytes, type));
      }
      return Optional.of(columns);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object column(ByteBuffer bytes, long type) {
    if (type >= 12) {
      long length = (type - 12) / 2;
      if (length > bytes.remaining()) {
        throw new BufferUnderflowException();
      }
      byte[] value = new byte[(int) length];
      bytes.get(value);
      return type % 2 == 0 ? value : new String(value, StandardCharsets.UTF_8);
    }
    return switch ((int) type) {
      case 0 -> null;
      case 1 -> integer(bytes, 1);
      case 2 -> integer(bytes, 2);
      case 3 -> integer(bytes, 3);
      case 4 -> integer(bytes, 4);
      case 5 -> integer(bytes, 6);
      case 6 -> integer(bytes, 8);
      case 8 -> 0L;
      case 9 -> 1L;
      default -> throw new IllegalArgumentException("no column of ours has serial type " + type);
    };
  }

  private static Long integer(ByteBuffer bytes, int width) {
    long value = bytes.get();
    for (int i = 1; i < width; i++) {
      value = (value << 8) | Byte.toUnsignedLong(bytes.get());
    }
    return value;
  }
}
