package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class NewestPictureTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  private final NewestPicture pictures = new NewestPicture();

  @BeforeAll
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  private static Mat grey(int brightness) {
    return new Mat(72, 128, CvType.CV_8UC3, Scalar.all(brightness));
  }

  @Test
  void newestWins_andIsHandedOutOnce() {
    pictures.publish(grey(10), Instant.EPOCH);
    Mat before = pictures.publish(grey(20), Instant.EPOCH.plusSeconds(1));

    Frame frame = pictures.await(SHORT).orElseThrow();

    assertEquals(10, before.get(0, 0)[0]);
    assertEquals(20, frame.bgr()[0]);
    assertEquals(Instant.EPOCH.plusSeconds(1), frame.takenAt());
    assertEquals(Optional.empty(), pictures.await(SHORT));
  }

  @Test
  void cleared_isOverwrittenAndGone() {
    Mat picture = grey(30);
    Mat pixels = picture.submat(new Rect(0, 0, 128, 72));
    pictures.publish(picture, Instant.EPOCH);

    pictures.clear();

    assertEquals(0, pixels.get(71, 127)[2]);
    assertEquals(Optional.empty(), pictures.await(SHORT));
    assertTrue(pictures.copy(640).isEmpty());
  }

  @Test
  void closed_isOverwrittenAndWakesWaiters() {
    Mat picture = grey(40);
    Mat pixels = picture.submat(new Rect(0, 0, 128, 72));
    pictures.publish(picture, Instant.EPOCH);

    pictures.close();

    assertEquals(0, pixels.get(0, 0)[0]);
    long begun = System.nanoTime();
    assertEquals(Optional.empty(), pictures.await(Duration.ofSeconds(30)));
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(10).toNanos());
  }

  @Test
  void copy_isShrunkButNeverGrown() {
    pictures.publish(grey(50), Instant.EPOCH);

    Mat small = pictures.copy(64).orElseThrow();
    Mat same = pictures.copy(640).orElseThrow();

    assertEquals(64, small.cols());
    assertEquals(36, small.rows());
    assertEquals(128, same.cols());
    assertFalse(same.getNativeObjAddr() == 0);
    byte[] jpeg = PreviewJpeg.encode(same);
    assertEquals((byte) 0xD8, jpeg[1]);
    assertTrue(same.empty(), "overwritten and freed");
  }
}
