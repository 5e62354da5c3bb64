package egov.kiosk.emulator.socialcard;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/** Builds records: tag, length, value. */
final class CardText {
  static final Charset GBK = Charset.forName("GB18030");

  private CardText() {}

  static byte[] record(int tag, byte[] value) {
    byte[] record = new byte[value.length + 2];
    record[0] = (byte) tag;
    record[1] = (byte) value.length;
    System.arraycopy(value, 0, record, 2, value.length);
    return record;
  }

  static byte[] text(int tag, String text, int length) {
    return record(tag, Arrays.copyOf(text.getBytes(GBK), length));
  }

  static byte[] hex(int tag, String digits) {
    return record(tag, HexFormat.of().parseHex(digits));
  }
}
