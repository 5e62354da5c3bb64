package egov.kiosk.idcardreader.sdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The id of a security module (SAM id), the reader's hardware identity. */
public final class ModuleId {
  private ModuleId() {}

  /**
   * Puts the 16 bytes into words: two 16-bit and three 32-bit numbers, low byte first.
   *
   * @return e.g. {@code 05.01-20240101-0001234567-0987654321}
   */
  public static String text(byte[] sixteen) {
    ByteBuffer id = ByteBuffer.wrap(sixteen).order(ByteOrder.LITTLE_ENDIAN);
    return String.format(
        "%02d.%02d-%08d-%010d-%010d",
        Short.toUnsignedInt(id.getShort()),
        Short.toUnsignedInt(id.getShort()),
        Integer.toUnsignedLong(id.getInt()),
        Integer.toUnsignedLong(id.getInt()),
        Integer.toUnsignedLong(id.getInt()));
  }
}
