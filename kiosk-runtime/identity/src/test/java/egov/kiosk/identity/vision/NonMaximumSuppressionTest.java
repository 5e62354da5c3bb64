package egov.kiosk.identity.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {
  private static final NonMaximumSuppression SUPPRESSION = new NonMaximumSuppression(0.4);

  private static FaceBox box(double x, double score) {
    return new FaceBox(x, 0, 10, 10, score);
  }

  @Test
  void overlap_isIntersectionOverUnion() {
    // 10x10 boxes 5 apart share 50 of 150.
    assertEquals(1.0 / 3, box(0, 1).overlap(box(5, 1)), 1e-12);
    assertEquals(0, box(0, 1).overlap(box(10, 1)), 1e-12);
    assertEquals(1, box(3, 1).overlap(box(3, 1)), 1e-12);
  }

  @Test
  void sameFaceTwice_surestStays() {
    assertEquals(List.of(box(1, 0.9)), SUPPRESSION.filter(List.of(box(0, 0.8), box(1, 0.9)), 10));
  }

  @Test
  void chainOfNeighbours_onlyTheMiddleSuppresses() {
    // 0 and 4 overlap 3/7 > 0.4, 4 and 8 likewise, 0 and 8 only 1/9: the surest, 0 and 8, both
    // stay.
    List<FaceBox> kept = SUPPRESSION.filter(List.of(box(0, 0.9), box(4, 0.8), box(8, 0.7)), 10);

    assertEquals(List.of(box(0, 0.9), box(8, 0.7)), kept);
  }

  @Test
  void limit_dropsTheLeastSure() {
    assertEquals(List.of(box(50, 0.9)), SUPPRESSION.filter(List.of(box(0, 0.8), box(50, 0.9)), 1));
  }

  @Property(tries = 200)
  void whatever_keptBoxesDoNotOverlapAndAreSorted(@ForAll("boxes") List<FaceBox> boxes) {
    List<FaceBox> kept = SUPPRESSION.filter(boxes, 100);

    assertEquals(boxes.isEmpty(), kept.isEmpty());
    for (int i = 0; i < kept.size(); i++) {
      for (int j = i + 1; j < kept.size(); j++) {
        assertTrue(kept.get(i).overlap(kept.get(j)) <= 0.4);
        assertTrue(kept.get(i).score() >= kept.get(j).score());
      }
    }
  }

  @Provide
  Arbitrary<List<FaceBox>> boxes() {
    Arbitrary<Double> place = Arbitraries.doubles().between(-20, 100);
    Arbitrary<Double> side = Arbitraries.doubles().between(1, 60);
    Arbitrary<Double> score = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(place, place, side, side, score)
        .as(FaceBox::new)
        .list()
        .ofMaxSize(30);
  }
}
