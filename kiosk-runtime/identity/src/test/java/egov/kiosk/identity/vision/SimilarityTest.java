package egov.kiosk.identity.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.opencv.core.Point;

class SimilarityTest {
  private static final List<Point> SQUARE =
      List.of(new Point(0, 0), new Point(2, 0), new Point(2, 2), new Point(0, 2));

  @Test
  void quarterTurnDoubledAndShifted_isFoundExactly() {
    // (x, y) -> (-2y + 10, 2x + 5), worked out by hand.
    List<Point> moved =
        List.of(new Point(10, 5), new Point(10, 9), new Point(6, 9), new Point(6, 5));

    Similarity found = Similarity.fit(SQUARE, moved);

    assertArrayEquals(new double[] {0, -2, 10, 2, 0, 5}, found.rows(), 1e-12);
  }

  @Test
  void oneCornerPulledAway_isTheHandComputedFit() {
    // By hand: centres (1,1) and (2,2); the dot products of the centred points sum to 16, the cross
    // products to 0, the squares to 8. So a = 2, b = 0, and the shift is 2 - 2*1 = 0.
    List<Point> pulled =
        List.of(new Point(0, 0), new Point(2, 0), new Point(6, 6), new Point(0, 2));

    Similarity found = Similarity.fit(SQUARE, pulled);

    assertArrayEquals(new double[] {2, 0, 0, 0, 2, 0}, found.rows(), 1e-12);
  }

  @Test
  void mirrored_isNotReflected() {
    List<Point> mirrored =
        List.of(new Point(2, 0), new Point(0, 0), new Point(0, 2), new Point(2, 2));

    Similarity found = Similarity.fit(SQUARE, mirrored);

    // A mirror image of a square has no best turn at all: everything shrinks to the centre.
    assertEquals(0, Math.hypot(found.a(), found.b()), 1e-12);
  }

  @Property(tries = 200)
  void anySimilarity_isFoundAgain(
      @ForAll @DoubleRange(min = -3.1, max = 3.1) double angle,
      @ForAll @DoubleRange(min = 0.1, max = 9) double scale,
      @ForAll @DoubleRange(min = -500, max = 500) double tx,
      @ForAll @DoubleRange(min = -500, max = 500) double ty) {
    Similarity truth = new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), tx, ty);

    Similarity found = Similarity.fit(SQUARE, SQUARE.stream().map(truth::apply).toList());

    assertArrayEquals(truth.rows(), found.rows(), 1e-6);
  }

  @Test
  void onePointManyTimes_isRefused() {
    List<Point> one = List.of(new Point(3, 3), new Point(3, 3));

    assertThrows(IllegalArgumentException.class, () -> Similarity.fit(one, one));
  }

  @Test
  void listsOfDifferentLength_areRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Similarity.fit(SQUARE, SQUARE.subList(0, 2)));
  }
}
