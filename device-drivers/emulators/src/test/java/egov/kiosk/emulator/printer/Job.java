package egov.kiosk.emulator.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;

/** ESC/POS bytes put together by hand, without any driver. */
final class Job {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Job hex(String digits) {
    bytes.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
    return this;
  }

  Job text(String text) {
    bytes.writeBytes(text.getBytes(Charset.forName("GB18030")));
    return this;
  }

  Job raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** Initialised, Han characters on. */
  static Job begin() {
    return new Job().hex("1B40 1C26");
  }

  /** Module size, level M, data, print. */
  Job qr(int module, byte[] data) {
    hex("1D286B 0400 31 41 32 00");
    hex("1D286B 0300 31 43 %02X".formatted(module));
    hex("1D286B 0300 31 45 31");
    int length = data.length + 3;
    hex("1D286B %02X%02X 31 50 30".formatted(length & 0xFF, length >> 8));
    raw(data);
    return hex("1D286B 0300 31 51 30");
  }

  /** Feeds and cuts. */
  byte[] cut() {
    return hex("1B6403 1D564200").bytes.toByteArray();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
