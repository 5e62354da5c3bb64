package egov.kiosk.documents.page;

/**
 * How wide characters stand. Chinese fonts give a Han character a square and an ASCII character
 * half of it (等宽); here everything that is not ASCII gets a square, so that no reader's font can
 * make two characters touch, and a mark that belongs to the character before it gets nothing.
 */
public final class Glyphs {
  private static final int FIRST_WIDE = 0x80;

  private Glyphs() {}

  /** Width of one character in half squares: 0, 1 or 2. */
  public static int halves(int codePoint) {
    if (joins(codePoint)) {
      return 0;
    }
    return codePoint < FIRST_WIDE ? 1 : 2;
  }

  /** Width of a text in half squares. */
  public static int halves(String text) {
    return text.codePoints().map(Glyphs::halves).sum();
  }

  /** Whether a character stands on the one before it, as a variation selector of a name does. */
  public static boolean joins(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
