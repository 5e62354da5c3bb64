package egov.kiosk.identity.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.OpenCvNative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/** A straightened face of plain colours, 112 pixels wide and high, and what covers it. */
class CoverTest {
  private static final int SIDE = 112;
  private static final Scalar SKIN = new Scalar(120, 150, 200);
  private static final Scalar CLOTH = new Scalar(205, 190, 140);
  private static final Scalar WHITE = new Scalar(215, 215, 215);

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  private final Mat face = new Mat(SIDE, SIDE, CvType.CV_8UC3, SKIN);

  @AfterEach
  void release() {
    face.release();
  }

  private void cover(double from, double to, Scalar colour) {
    int top = (int) (from * SIDE);
    Mat part = face.submat(new Rect(0, top, SIDE, (int) (to * SIDE) - top));
    part.setTo(colour);
    part.release();
  }

  @Test
  void bareFace_isNotCovered() {
    assertEquals(FaceHint.NONE, Cover.judge(face));
  }

  @Test
  void clothOverMouthAndNose_isAMask() {
    cover(0.58, 1, CLOTH);
    assertEquals(FaceHint.MASK, Cover.judge(face));
  }

  @Test
  void darkBlueClothOverMouthAndNose_isAMask() {
    cover(0.58, 1, new Scalar(95, 60, 40));
    assertEquals(FaceHint.MASK, Cover.judge(face));
  }

  @Test
  void eyesInShadeAboveABrightMask_areNoDarkGlasses() {
    cover(0.40, 0.53, new Scalar(60, 75, 95));
    cover(0.58, 1, WHITE);
    assertEquals(FaceHint.MASK, Cover.judge(face));
  }

  @Test
  void blackBeardUpToTheNose_isNoMask() {
    cover(0.58, 1, new Scalar(35, 35, 35));
    assertEquals(FaceHint.NONE, Cover.judge(face));
  }

  @Test
  void whiteBeard_leavesTheNoseBare_isNoMask() {
    cover(0.72, 1, WHITE);
    assertEquals(FaceHint.NONE, Cover.judge(face));
  }

  @Test
  void bandOverBothEyes_isDarkGlasses() {
    cover(0.40, 0.53, new Scalar(25, 25, 25));
    assertEquals(FaceHint.GLASSES, Cover.judge(face));
  }
}
