package egov.kiosk.identity.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class ScratchTest {
  @BeforeAll
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  private static Mat white() {
    return new Mat(4, 4, CvType.CV_8UC3, Scalar.all(255));
  }

  @Test
  void kept_isOverwrittenAndFreed() {
    Mat picture = white();
    Mat secondView = picture.submat(new Rect(0, 0, 4, 4));

    try (Scratch scratch = new Scratch()) {
      scratch.keep(picture);
    }

    assertTrue(picture.empty());
    assertEquals(0, secondView.get(3, 3)[1]);
  }

  @Test
  void keptBlob_isOverwritten() {
    Mat blob = new Mat(new int[] {1, 3, 2, 2}, CvType.CV_32F, Scalar.all(7));
    Mat secondView = blob.reshape(1, 1);

    try (Scratch scratch = new Scratch()) {
      scratch.keep(blob);
    }

    assertEquals(0, secondView.get(0, 11)[0]);
  }

  @Test
  void view_leavesTheWholePictureAlone() {
    Mat picture = white();

    try (Scratch scratch = new Scratch()) {
      scratch.view(picture.submat(new Rect(1, 1, 2, 2)));
    }

    assertEquals(255, picture.get(1, 1)[0]);
  }

  @Test
  void loadedTwice_isFine() {
    OpenCvNative.load();
  }
}
