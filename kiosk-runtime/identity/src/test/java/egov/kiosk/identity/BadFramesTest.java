package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.quality.Composition;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.OpenCvNative;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What no camera should show, and some do. */
class BadFramesTest {
  private static FaceReader reader;
  private final Composition composition = new Composition(80);

  @BeforeAll
  static void load() throws Exception {
    OpenCvNative.load();
    reader =
        new FaceReader(
            new FaceEngine(FacePack.read(TestCache.facePack(), (manifest, signature) -> "test")));
  }

  private FaceHint hint(Frame frame) {
    try (FrameView view = reader.live(frame, composition)) {
      return view.hint();
    }
  }

  private static Frame blank(int width, int height) {
    return new Frame(width, height, new byte[width * height * 3], Instant.EPOCH);
  }

  @Test
  void oneByOne_isNobody() {
    assertEquals(FaceHint.DARK, hint(blank(1, 1)));
  }

  @Test
  void enormousFrame_isNotLookedAt() {
    assertEquals(FaceHint.LOOK, hint(blank(20_000, 100)));
  }

  @Test
  void fiftyMegapixels_areNotLookedAt() {
    assertEquals(FaceHint.LOOK, hint(blank(8192, 6104)));
  }

  @Test
  void cartoon_isNobody() {
    Mat wall = new Mat(720, 1280, CvType.CV_8UC3, Scalar.all(200));
    Point middle = new Point(640, 360);
    Imgproc.circle(wall, middle, 200, new Scalar(150, 200, 250), -1);
    Imgproc.circle(wall, middle, 200, Scalar.all(20), 6);
    for (int x : new int[] {560, 720}) {
      Imgproc.circle(wall, new Point(x, 300), 28, Scalar.all(255), -1);
      Imgproc.circle(wall, new Point(x, 300), 12, Scalar.all(10), -1);
    }
    Imgproc.ellipse(
        wall, new Point(640, 430), new Size(90, 50), 0, 0, 180, new Scalar(40, 40, 200), 8);
    byte[] bgr = new byte[1280 * 720 * 3];
    wall.get(0, 0, bgr);
    try (FrameView view = reader.live(new Frame(1280, 720, bgr, Instant.EPOCH), composition)) {
      assertEquals(FaceHint.LOOK, view.hint());
    }
  }

  @Test
  void oddShapes_areNobody() {
    assertEquals(FaceHint.DARK, hint(blank(4096, 1)));
    assertEquals(FaceHint.DARK, hint(blank(1, 4096)));
  }

  @Test
  void tenFaces_areTooMany() {
    Stage crowd = new Stage();
    for (int i = 0; i < 10; i++) {
      crowd.with("same-02.jpg", 10 + i % 5 * 250, 30 + i / 5 * 350, 240);
    }
    assertEquals(FaceHint.ONE_PERSON, hint(crowd.frame(1)));
  }

  @Test
  void faceOnAShirt_isNoCompany() {
    Stage shirt = new Stage().with("same-02.jpg", 400, 20, 460).with("other-02.jpg", 560, 520, 160);

    try (FrameView view = reader.live(shirt.frame(1), composition)) {
      assertFalse(view.hint() == FaceHint.ONE_PERSON, view.hint().name());
    }
  }
}
