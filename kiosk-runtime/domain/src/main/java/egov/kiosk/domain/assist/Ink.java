package egov.kiosk.domain.assist;

import java.util.List;
import java.util.Objects;

/**
 * One character written with a finger; immutable. Personal: what people write by hand is mostly
 * their name.
 *
 * @param size the side of the square written in, 1 to {@value #MOST_SIZE}
 * @param strokes 1 to {@value #MOST_STROKES} strokes in the order they were drawn
 */
public record Ink(int size, List<Stroke> strokes) {
  public static final int MOST_SIZE = 4_000;
  public static final int MOST_STROKES = 64;
  public static final int MOST_POINTS = 1_000;

  /** A place in the square, from its upper left corner. */
  public record Point(int x, int y) {}

  /** From the finger's going down to its lifting: 1 to {@value Ink#MOST_POINTS} points. */
  public record Stroke(List<Point> points) {
    public Stroke {
      points = List.copyOf(points);
      if (points.isEmpty() || points.size() > MOST_POINTS) {
        throw new IllegalArgumentException("a stroke has 1 to " + MOST_POINTS + " points");
      }
    }
  }

  public Ink {
    Objects.requireNonNull(strokes, "strokes");
    strokes = List.copyOf(strokes);
    if (size < 1 || size > MOST_SIZE) {
      throw new IllegalArgumentException("the square has 1 to " + MOST_SIZE + " steps");
    }
    if (strokes.isEmpty() || strokes.size() > MOST_STROKES) {
      throw new IllegalArgumentException("ink has 1 to " + MOST_STROKES + " strokes");
    }
    for (Stroke stroke : strokes) {
      for (Point point : stroke.points()) {
        if (point.x() < 0 || point.x() > size || point.y() < 0 || point.y() > size) {
          throw new IllegalArgumentException("a point lies outside the square");
        }
      }
    }
  }

  /** Without the strokes. */
  @Override
  public String toString() {
    return "Ink[" + strokes.size() + " strokes]";
  }
}
