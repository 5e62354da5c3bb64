package egov.kiosk.emulator.printer;

/**
 * How characters look; immutable.
 *
 * @param width how many times as wide, 1..8
 * @param height how many times as high, 1..8
 * @param bold struck heavier
 * @param underlined with a line below
 */
record TextStyle(int width, int height, boolean bold, boolean underlined) {
  static final TextStyle PLAIN = new TextStyle(1, 1, false, false);

  /** After {@code GS ! n}: bits 4-6 the width, bits 0-2 the height, both less one. */
  TextStyle sized(int n) {
    return new TextStyle((n >> 4 & 7) + 1, (n & 7) + 1, bold, underlined);
  }

  /** After {@code ESC ! n}: 08 bold, 10 double height, 20 double width, 80 underlined. */
  static TextStyle ofPrintMode(int n) {
    return new TextStyle(
        (n & 0x20) == 0 ? 1 : 2, (n & 0x10) == 0 ? 1 : 2, (n & 0x08) != 0, (n & 0x80) != 0);
  }

  TextStyle withBold(boolean yes) {
    return new TextStyle(width, height, yes, underlined);
  }

  TextStyle withUnderline(boolean yes) {
    return new TextStyle(width, height, bold, yes);
  }
}
