package egov.kiosk.documents.page;

/** Something on a page. Places and lengths in micrometres from the page's upper left corner. */
public sealed interface Mark {
  /**
   * One line of text.
   *
   * @param text checked by {@link PlainText}, not empty
   * @param x left edge of the first character
   * @param y upper edge of the line
   * @param size height of a character, which is also the width of a Han character
   */
  record Text(String text, int x, int y, int size) implements Mark {}

  /**
   * A straight line, 0.25 mm thick.
   *
   * @param x left or upper end
   * @param y left or upper end
   * @param width how far it runs to the right; 0 for an upright line
   * @param height how far it runs down; 0 for a level line
   */
  record Line(int x, int y, int width, int height) implements Mark {}

  /**
   * A QR code without its quiet zone.
   *
   * @param symbol its modules
   * @param x left edge
   * @param y upper edge
   * @param module side of one module
   */
  record Qr(QrSymbol symbol, int x, int y, int module) implements Mark {}
}
