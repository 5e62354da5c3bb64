package egov.kiosk.domain.device;

import java.util.List;

/**
 * The four corners of a document in a picture.
 *
 * @param corners top left, top right, bottom right, bottom left, as the document is read
 */
public record PageOutline(List<Corner> corners) {
  private static final int CORNERS = 4;

  public PageOutline {
    corners = List.copyOf(corners);
    if (corners.size() != CORNERS) {
      throw new IllegalArgumentException("a page has four corners");
    }
  }

  /**
   * A corner, relative to the picture.
   *
   * @param x 0 at the left edge to 1 at the right
   * @param y 0 at the top to 1 at the bottom
   */
  public record Corner(double x, double y) {
    public Corner {
      if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
        throw new IllegalArgumentException("a corner lies within the picture");
      }
    }
  }
}
