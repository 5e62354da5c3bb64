package egov.kiosk.flow.desk;

/**
 * Where the middle of a part is, seen from the front, in percent of the lit glass: the upper left
 * corner is 0:0, the lower right one 100:100, and a part stands beside the glass. So a place holds
 * for a glass of any size.
 *
 * @param x percent of the width, from the left edge; below 0 beyond it, above 100 beyond the right
 *     one
 * @param y percent of the height, from the upper edge; below 0 beyond it, above 100 beyond the
 *     lower one
 */
public record FrontPlace(int x, int y) {
  private static final int LEAST = -100;
  private static final int MOST = 200;

  public FrontPlace {
    if (x < LEAST || x > MOST || y < LEAST || y > MOST) {
      throw new IllegalArgumentException("percent of the glass are from -100 to 200");
    }
    if (x > 0 && x < 100 && y > 0 && y < 100) {
      throw new IllegalArgumentException(
          "between 0 and 100 both ways is on the glass itself; a part stands beside it");
    }
  }
}
