package egov.kiosk.emulator.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The module's number as it crosses the wire: u16, u16, u32, u32, u32, little-endian, written
 * {@code 05.01-20240101-0001234567-0987654321}.
 */
final class ModuleId {
  /** The way people write it. */
  static final String TEXT = "05.01-20240101-0001234567-0987654321";

  private ModuleId() {}

  static byte[] bytes() {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 5)
        .putShort((short) 1)
        .putInt(20_240_101)
        .putInt(1_234_567)
        .putInt(987_654_321)
        .array();
  }
}
