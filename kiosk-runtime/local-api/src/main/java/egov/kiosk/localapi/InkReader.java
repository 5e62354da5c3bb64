package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import egov.kiosk.flow.desk.Ink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a signature: strokes, each an array of points, each an array of x, y, milliseconds and
 * pressure, all whole numbers. Counts before it builds, so that nobody's drawing fills the memory.
 */
final class InkReader {
  private static final int NUMBERS = 4;

  private InkReader() {}

  static Ink read(int width, int height, JsonNode strokes) throws IOException {
    if (!(strokes instanceof ArrayNode array) || points(array) > Ink.MOST_POINTS) {
      throw new IOException("strokes must be an array with at most 10,000 points");
    }
    List<Ink.Stroke> read = new ArrayList<>();
    try {
      for (JsonNode stroke : array) {
        List<Ink.Point> points = new ArrayList<>();
        for (JsonNode point : stroke) {
          points.add(point(point));
        }
        read.add(new Ink.Stroke(points));
      }
      return new Ink(width, height, read);
    } catch (IllegalArgumentException e) {
      throw new IOException("strokes: " + e.getMessage(), e);
    }
  }

  private static int points(ArrayNode strokes) {
    int points = 0;
    for (JsonNode stroke : strokes) {
      points += stroke.size();
    }
    return points;
  }

  private static Ink.Point point(JsonNode point) throws IOException {
    if (!point.isArray() || point.size() != NUMBERS) {
      throw new IOException("a point has four numbers");
    }
    int[] numbers = new int[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      if (!point.get(i).isInt()) {
        throw new IOException("a point has whole numbers");
      }
      numbers[i] = point.get(i).intValue();
    }
    return new Ink.Point(numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
