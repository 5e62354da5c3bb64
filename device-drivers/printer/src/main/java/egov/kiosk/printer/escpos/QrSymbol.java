package egov.kiosk.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A QR symbol drawn by the printer's own firmware (GS ( k): model 2, error correction M, UTF-8.
 * Control characters are left out of the content, as in any text.
 */
final class QrSymbol {
  /** Bytes a symbol of version 1 to 40 holds at level M (ISO/IEC 18004, table 7). */
  private static final int[] CAPACITY = {
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
    711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989,
    2099, 2213, 2331
  };

  private static final int QUIET_MODULES = 8;
  private static final int MOST_DOTS_A_MODULE = 8;

  /** 40 mm at 8 dots/mm: large enough for any phone, small enough for the paper. */
  private static final int WANTED_DOTS = 320;

  private final byte[] content;
  private final int dotsAModule;

  /**
   * @param text what it says
   * @param paperDots how wide the printed area is, at 8 dots/mm
   */
  QrSymbol(String text, int paperDots) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().filter(SlipText::printable).forEach(clean::appendCodePoint);
    this.content = clean.toString().getBytes(StandardCharsets.UTF_8);
    int modules = modules(content.length) + QUIET_MODULES;
    int fitting = Math.max(1, paperDots / modules);
    int wanted = Math.max(3, WANTED_DOTS / modules);
    this.dotsAModule = Math.min(MOST_DOTS_A_MODULE, Math.min(fitting, wanted));
  }

  /** How many modules the side of the symbol for so many bytes has, without the quiet zone. */
  static int modules(int bytes) {
    int version = 1;
    while (version < CAPACITY.length && CAPACITY[version - 1] < bytes) {
      version++;
    }
    return 17 + 4 * version;
  }

  int dotsAModule() {
    return dotsAModule;
  }

  void writeTo(ByteArrayOutputStream out) {
    if (content.length == 0) {
      return;
    }
    function(out, 0x41, new byte[] {0x32, 0x00});
    function(out, 0x43, new byte[] {(byte) dotsAModule});
    function(out, 0x45, new byte[] {0x31});
    byte[] store = new byte[content.length + 1];
    store[0] = 0x30;
    System.arraycopy(content, 0, store, 1, content.length);
    function(out, 0x50, store);
    function(out, 0x51, new byte[] {0x30});
  }

  /** GS ( k pL pH 31 fn parameters: the length counts 31, fn and the parameters. */
  private static void function(ByteArrayOutputStream out, int number, byte[] parameters) {
    int length = parameters.length + 2;
    out.writeBytes(new byte[] {0x1D, 0x28, 0x6B, (byte) length, (byte) (length >> 8)});
    out.writeBytes(new byte[] {0x31, (byte) number});
    out.writeBytes(parameters);
  }
}
