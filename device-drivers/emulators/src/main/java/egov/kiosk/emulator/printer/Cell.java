package egov.kiosk.emulator.printer;

/**
 * One character in a line.
 *
 * @param text one code point
 * @param style how it looks
 */
record Cell(String text, TextStyle style) {
  /** The square of a Han character at normal size, in dots. */
  static final int EM = 24;

  private static final int LAST_HALF_WIDTH = 0x7F;

  /** In dots: Han characters fill the square, ASCII half of it. */
  int width() {
    int normal = text.codePointAt(0) <= LAST_HALF_WIDTH ? EM / 2 : EM;
    return normal * style.width();
  }

  int height() {
    return EM * style.height();
  }
}
