package egov.kiosk.identity.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.FaceBox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositionTest {
  private final Composition composition = new Composition(80);

  private FaceHint hint(int... widths) {
    List<FaceBox> faces =
        IntStream.of(widths).mapToObj(width -> new FaceBox(0, 0, width, width * 1.3, 0.9)).toList();
    return composition.judge(faces, 720);
  }

  @Test
  void composition_ofEveryKind() {
    assertEquals(FaceHint.CLOSER, hint(79));
    assertEquals(FaceHint.NONE, hint(80));
    assertEquals(FaceHint.NONE, hint(490));
    assertEquals(FaceHint.BACK, hint(510));
    assertEquals(FaceHint.ONE_PERSON, hint(200, 100));
    assertEquals(FaceHint.ONE_PERSON, hint(100, 200, 30));
    assertEquals(FaceHint.NONE, hint(200, 99));
  }

  @Test
  void childOrWheelchair_lowInTheFrame_isAsGoodAsAnybody() {
    FaceBox low = new FaceBox(900, 500, 150, 190, 0.9);

    assertEquals(FaceHint.NONE, composition.judge(List.of(low), 720));
  }
}
