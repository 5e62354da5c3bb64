package egov.kiosk.documents.ofd;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;

/**
 * A page's Content.xml while it is written.
 *
 * @param xml what is there so far
 * @param ids gives an id no other object of the document has
 * @param font the id of the document's font
 */
record Sheet(Xml xml, Supplier<String> ids, String font) {
  private static final int MICROMETRES = 1000;
  private static final int DIGITS = 7;

  String nextId() {
    return ids.get();
  }

  /**
   * Fills a square's outline with black.
   *
   * @param x left edge of the square, in micrometres
   * @param y upper edge
   * @param side its side
   * @param units how many units of the path that side has
   * @param path in whole units
   */
  void fill(int x, int y, int side, int units, String path) {
    String scale =
        BigDecimal.valueOf(side)
            .divide(BigDecimal.valueOf((long) units * MICROMETRES), DIGITS, RoundingMode.DOWN)
            .stripTrailingZeros()
            .toPlainString();
    xml.open(
        "PathObject",
        "ID",
        nextId(),
        "Boundary",
        Millimetres.of(x, y, side, side),
        "CTM",
        scale + " 0 0 " + scale + " 0 0",
        "Stroke",
        "false",
        "Fill",
        "true");
    xml.empty("FillColor", "Value", "0 0 0").leaf("AbbreviatedData", path).close();
  }
}
