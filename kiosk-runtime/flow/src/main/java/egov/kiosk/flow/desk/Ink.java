package egov.kiosk.flow.desk;

import java.util.List;

/**
 * What was drawn in the signature box, as it was drawn (签名笔迹). Personal data: printed by no {@code
 * toString}.
 *
 * @param width of the box, in the screen's pixels, 100 to 2,000
 * @param height of the box, 100 to 2,000
 * @param strokes in the order they were drawn, 1 to 500, with at most {@value #MOST_POINTS} points
 */
public record Ink(int width, int height, List<Stroke> strokes) {
  /** The most points of one signature; a slow one takes some 2,000. */
  public static final int MOST_POINTS = 10_000;

  private static final int MOST_STROKES = 500;
  private static final int SMALLEST = 100;
  private static final int LARGEST = 2_000;

  /** A hundred times across the box. */
  private static final double LONGEST_WAY = 100_000;

  /** About three minutes of writing. */
  private static final int LONGEST_MILLIS = 200_000;

  private static final int HARDEST = 1_000;

  /**
   * A point of the pen's way.
   *
   * @param x from the left edge, in pixels
   * @param y from the upper edge
   * @param millis since the first point of the signature
   * @param pressure 0 to 1,000; 0 where the panel does not measure it
   */
  public record Point(int x, int y, int millis, int pressure) {}

  /** From pen down to pen up. */
  public record Stroke(List<Point> points) {
    public Stroke {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a stroke has a point");
      }
    }

    @Override
    public String toString() {
      return "Stroke[" + points.size() + " points]";
    }
  }

  public Ink {
    strokes = List.copyOf(strokes);
    if (width < SMALLEST || width > LARGEST || height < SMALLEST || height > LARGEST) {
      throw new IllegalArgumentException("a signature box has 100 to 2,000 pixels a side");
    }
    if (strokes.isEmpty() || strokes.size() > MOST_STROKES) {
      throw new IllegalArgumentException("a signature has 1 to 500 strokes");
    }
    int points = 0;
    int before = 0;
    for (Stroke stroke : strokes) {
      points += stroke.points().size();
      if (points > MOST_POINTS) {
        throw new IllegalArgumentException("a signature has at most 10,000 points");
      }
      for (Point point : stroke.points()) {
        check(point, width, height, before);
        before = point.millis();
      }
    }
    if (way(strokes) > LONGEST_WAY) {
      throw new IllegalArgumentException("a signature is not that long");
    }
  }

  private static void check(Point point, int width, int height, int before) {
    if (point.x() < 0 || point.x() > width || point.y() < 0 || point.y() > height) {
      throw new IllegalArgumentException("a point lies in the box");
    }
    if (point.millis() < before || point.millis() > LONGEST_MILLIS) {
      throw new IllegalArgumentException("points come one after the other, within minutes");
    }
    if (point.pressure() < 0 || point.pressure() > HARDEST) {
      throw new IllegalArgumentException("pressure is 0 to 1,000");
    }
  }

  /** How long the pen's way is, in pixels; the gaps between strokes do not count. */
  public double length() {
    return way(strokes);
  }

  private static double way(List<Stroke> strokes) {
    double length = 0;
    for (Stroke stroke : strokes) {
      Point before = stroke.points().get(0);
      for (Point point : stroke.points()) {
        length += Math.hypot((double) point.x() - before.x(), (double) point.y() - before.y());
        before = point;
      }
    }
    return length;
  }

  @Override
  public String toString() {
    return "Ink[" + strokes.size() + " strokes]";
  }
}
