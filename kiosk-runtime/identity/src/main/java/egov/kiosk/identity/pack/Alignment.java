package egov.kiosk.identity.pack;

import java.util.List;

/**
 * How a face is turned, scaled and shifted before it is embedded.
 *
 * @param points which of the 68 points are used: each a mean of one or more of them, 0 to 67
 * @param template where each of these should lie in the embedder's input
 */
public record Alignment(List<List<Integer>> points, List<Spot> template) {
  /**
   * A place in a picture.
   *
   * @param x in pixels from the left
   * @param y in pixels from the top
   */
  public record Spot(double x, double y) {}

  /**
   * @throws IllegalArgumentException when there are less than two points, or not as many places
   */
  public Alignment {
    points = points.stream().map(List::copyOf).toList();
    template = List.copyOf(template);
    if (points.size() < 2 || points.size() != template.size()) {
      throw new IllegalArgumentException("two points or more, and a place for each");
    }
  }
}
