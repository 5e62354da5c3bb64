package egov.kiosk.emulator.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The module's number as it crosses the wire: u16, u16, u32, u32, u32, little-endian, written
 * {@code 05.01-20240101-0001234567-0987654321}.
 */
final class ModuleId {
  /** The way people write it. */
  static final String TEXT = "05.01-20240101-0001234567-0987654321";

  private static final Pattern FORM =
      Pattern.compile("(\\d{2})\\.(\\d{2})-(\\d{8})-(\\d{10})-(\\d{10})");

  private ModuleId() {}

  static byte[] bytes() {
    return bytes(TEXT).orElseThrow();
  }

  /** The bytes of a written number; empty when it is none. */
  static Optional<byte[]> bytes(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort(Short.parseShort(form.group(1)))
            .putShort(Short.parseShort(form.group(2)))
            .putInt((int) Long.parseLong(form.group(3)))
            .putInt((int) Long.parseLong(form.group(4)))
            .putInt((int) Long.parseLong(form.group(5)))
            .array());
  }
}
