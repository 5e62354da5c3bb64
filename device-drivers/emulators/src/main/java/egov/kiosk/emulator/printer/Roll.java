package egov.kiosk.emulator.printer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * The paper under the head: 72 mm of printable width at 8 dots a millimetre, growing downwards
 * until it is cut. Grey edges of letters are the only liberty taken. Not thread safe.
 */
final class Roll {
  /** Printable dots across 80 mm paper. */
  static final int WIDTH = 576;

  /** About two metres; a hostile job cannot make one slip longer. */
  static final int MOST_HEIGHT = 16_384;

  private static final int FIRST_HEIGHT = 1_024;
  private static final int BLACK = 0;

  private final Typeface typeface;
  private final StringBuilder text = new StringBuilder();
  private BufferedImage picture = blank(FIRST_HEIGHT);
  private int bottom;

  Roll(Typeface typeface) {
    this.typeface = typeface;
  }

  /** Prints a line of text and feeds at least the line spacing. */
  void print(TextLine line, Align align, int lineSpacing) {
    text.append(line.text()).append('\n');
    int height = line.height();
    int left = align.start(WIDTH, line.width());
    makeRoom(Math.max(height, lineSpacing));
    Graphics2D ink = ink();
    for (Cell cell : line.takeCells()) {
      typeface.draw(ink, cell, left, Math.min(bottom + height, MOST_HEIGHT));
      left += cell.width();
    }
    ink.dispose();
    feed(Math.max(height, lineSpacing));
  }

  /** Feeds blank paper. */
  void feed(int dots) {
    makeRoom(dots);
    bottom = Math.min(bottom + dots, MOST_HEIGHT);
  }

  /** Blackens a block of dots in the rows that are fed next; what lies beside the paper is lost. */
  void blacken(int left, int rowsBelow, int width, int height) {
    makeRoom(rowsBelow + height);
    WritableRaster dots = picture.getRaster();
    int top = bottom + rowsBelow;
    for (int y = top; y < Math.min(top + height, picture.getHeight()); y++) {
      for (int x = left; x < Math.min(left + width, WIDTH); x++) {
        dots.setSample(x, y, 0, BLACK);
      }
    }
  }

  /** Adds a line to the plain text only. */
  void note(String line) {
    text.append(line).append('\n');
  }

  /** Whether the paper has no room for more and must be cut. */
  boolean isFull() {
    return bottom >= MOST_HEIGHT;
  }

  /** Cuts; empty when nothing was fed since the last cut. */
  Optional<Slip> cut() {
    if (bottom == 0) {
      return Optional.empty();
    }
    BufferedImage cutOff = blank(bottom);
    Graphics2D ink = cutOff.createGraphics();
    ink.drawImage(picture, 0, 0, null);
    ink.dispose();
    Slip slip = new Slip(cutOff, text.toString());
    picture = blank(FIRST_HEIGHT);
    bottom = 0;
    text.setLength(0);
    return Optional.of(slip);
  }

  private void makeRoom(int dots) {
    int needed = Math.min(bottom + dots, MOST_HEIGHT);
    if (needed > picture.getHeight()) {
      BufferedImage longer = blank(Math.min(MOST_HEIGHT, Math.max(needed, 2 * bottom)));
      Graphics2D ink = longer.createGraphics();
      ink.drawImage(picture, 0, 0, null);
      ink.dispose();
      picture = longer;
    }
  }

  private Graphics2D ink() {
    Graphics2D ink = picture.createGraphics();
    ink.setColor(Color.BLACK);
    ink.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return ink;
  }

  private static BufferedImage blank(int height) {
    BufferedImage paper = new BufferedImage(WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D brush = paper.createGraphics();
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, WIDTH, height);
    brush.dispose();
    return paper;
  }
}
