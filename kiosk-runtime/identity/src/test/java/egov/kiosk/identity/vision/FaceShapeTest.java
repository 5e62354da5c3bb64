package egov.kiosk.identity.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opencv.core.Point;

class FaceShapeTest {
  private static List<Point> face() {
    Random random = new Random(4);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < FaceLandmarker.POINTS; i++) {
      points.add(new Point(100 * random.nextDouble(), 100 * random.nextDouble()));
    }
    for (int i = 0; i < 6; i++) {
      points.set(36 + i, new Point(30 + i, 40));
      points.set(42 + i, new Point(65 + i, 40));
    }
    for (int i : new int[] {48, 54, 60, 64}) {
      points.set(i, new Point(40 + i / 3.0, 80));
    }
    points.set(30, new Point(52, 62));
    return points;
  }

  @Test
  void flatPicture_howeverTilted_turnsAndNodsNothing() {
    FaceShape straight = new FaceShape(face());
    FaceShape tilted =
        new FaceShape(
            face().stream()
                .map(p -> new Point(0.6 * p.x + 0.1 * p.y + 9, 0.2 * p.x + 0.9 * p.y - 3))
                .toList());

    assertEquals(straight.turn(), tilted.turn(), 1e-9);
    assertEquals(straight.nod(), tilted.nod(), 1e-9);
  }

  @Test
  void noseThatMoves_isATurn() {
    List<Point> points = face();
    double before = new FaceShape(points).turn();
    points.set(30, new Point(60, 62));

    assertTrue(new FaceShape(points).turn() - before > 0.2);
  }
}
