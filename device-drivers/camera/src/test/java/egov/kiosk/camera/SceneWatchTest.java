package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.FaultCode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class SceneWatchTest {
  private long nanos;
  private final SceneWatch watch = new SceneWatch(() -> nanos);

  @BeforeAll
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  /** A wall, and somebody in front of it. */
  private static Mat scene(int wall, int person) {
    Mat picture = new Mat(360, 640, CvType.CV_8UC3, Scalar.all(wall));
    picture.submat(new Rect(200, 60, 240, 300)).setTo(Scalar.all(person));
    return picture;
  }

  private Optional<FaultCode> seeFor(int millis, Mat picture) {
    Optional<FaultCode> seen = Optional.empty();
    for (int i = 0; i < millis; i += 100) {
      nanos += 100_000_000L;
      seen = watch.look(picture);
    }
    return seen;
  }

  @ParameterizedTest(name = "wall {0}, person {1}: {2}")
  @CsvSource({
    "180, 120,",
    "180, 180,",
    "180, 60,",
    "250, 130,",
    "255, 255,",
    "90, 60,",
    "250, 40, CAMERA_BACK_LIT",
    "255, 60, CAMERA_BACK_LIT",
    "20, 50, CAMERA_DARK",
    "10, 40, CAMERA_DARK",
    "0, 0, CAMERA_COVERED",
    "60, 62, CAMERA_COVERED"
  })
  void light_seenForTwoSeconds_isJudged(int wall, int person, FaultCode expected) {
    assertEquals(Optional.ofNullable(expected), seeFor(2_000, scene(wall, person)));
  }

  @Test
  void somebodyWalkingPast_isNoFault() {
    seeFor(2_000, scene(180, 120));
    assertEquals(Optional.empty(), seeFor(400, scene(0, 0)));
    assertEquals(Optional.empty(), seeFor(2_000, scene(180, 120)));
  }

  @Test
  void uncovered_heals() {
    assertEquals(Optional.of(FaultCode.CAMERA_COVERED), seeFor(1_500, scene(0, 0)));
    assertEquals(Optional.empty(), seeFor(1_500, scene(180, 120)));
  }
}
