package egov.kiosk.domain.print;

import java.util.Arrays;

/**
 * One drawn page, 8 bits a dot, 0 black to 255 white, rows from top to bottom without padding.
 *
 * @param width dots a row, 1 to 10,000
 * @param height rows, 1 to 15,000
 * @param dotsPerInch 72 to 1200, the same in both directions
 * @param dots width × height bytes
 */
public record GrayPage(int width, int height, int dotsPerInch, byte[] dots) {
  private static final int WIDEST = 10_000;
  private static final int HIGHEST = 15_000;

  public GrayPage {
    if (width < 1 || width > WIDEST || height < 1 || height > HIGHEST) {
      throw new IllegalArgumentException("a page is at most 10,000 by 15,000 dots");
    }
    if (dotsPerInch < 72 || dotsPerInch > 1200) {
      throw new IllegalArgumentException("a page has 72 to 1200 dots per inch");
    }
    if (dots.length != width * height) {
      throw new IllegalArgumentException("a page has one byte a dot");
    }
    dots = dots.clone();
  }

  @Override
  public byte[] dots() {
    return dots.clone();
  }

  /** One row, copied. */
  public byte[] row(int y) {
    return Arrays.copyOfRange(dots, y * width, (y + 1) * width);
  }

  @Override
  public String toString() {
    return "GrayPage[" + width + "x" + height + "]";
  }
}
