package egov.kiosk.emulator.printer;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;

/**
 * The printer's built-in characters, from a font of the machine: Noto Sans Mono CJK, whose ASCII is
 * exactly half as wide as its Han. Immutable.
 */
final class Typeface {
  private static final List<String> WANTED = List.of("Noto Sans Mono CJK SC", "Noto Sans CJK SC");
  private static final String PROBE = "政务";

  /** Of the em square of CJK fonts 88 parts of 100 lie above the base line. */
  private static final int BELOW_BASE_LINE = Cell.EM - Math.round(Cell.EM * 0.88f);

  private final Font plain;
  private final Font bold;
  private final Font stopGap = new Font(Font.DIALOG, Font.PLAIN, Cell.EM);

  private Typeface(String family) {
    this.plain = new Font(family, Font.PLAIN, Cell.EM);
    this.bold = new Font(family, Font.BOLD, Cell.EM);
  }

  /**
   * Finds the font.
   *
   * @throws IOException when the machine has none that draws Chinese
   */
  static Typeface find() throws IOException {
    for (String family : WANTED) {
      Font font = new Font(family, Font.PLAIN, Cell.EM);
      if (font.getFamily().equals(family) && font.canDisplayUpTo(PROBE) < 0) {
        return new Typeface(family);
      }
    }
    throw new IOException("no Chinese font: install fonts-noto-cjk");
  }

  /** Draws a cell whose lower left corner is at the given dot. */
  void draw(Graphics2D paper, Cell cell, int left, int bottom) {
    TextStyle style = cell.style();
    AffineTransform before = paper.getTransform();
    paper.translate(left, bottom);
    paper.scale(style.width(), style.height());
    Font font = style.bold() ? bold : plain;
    paper.setFont(font.canDisplayUpTo(cell.text()) < 0 ? font : stopGap);
    paper.drawString(cell.text(), 0, -BELOW_BASE_LINE);
    paper.setTransform(before);
    if (style.underlined()) {
      paper.fillRect(left, bottom - 1, cell.width(), 1);
    }
  }
}
