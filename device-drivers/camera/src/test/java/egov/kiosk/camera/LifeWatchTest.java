package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Attack test D11. */
class LifeWatchTest {
  private final LifeWatch life = new LifeWatch();
  private long stamp;

  @BeforeAll
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  private static Mat noisy(long seed) {
    byte[] pixels = new byte[64 * 48 * 3];
    new Random(seed).nextBytes(pixels);
    Mat picture = new Mat(48, 64, CvType.CV_8UC3);
    picture.put(0, 0, pixels);
    return picture;
  }

  private boolean show(long seed) {
    stamp += 66_000;
    return life.live(noisy(seed), stamp);
  }

  private int shownOf(int pictures, long first) {
    int shown = 0;
    for (int i = 0; i < pictures; i++) {
      shown += show(first + i) ? 1 : 0;
    }
    return shown;
  }

  @Test
  void sensor_neverRepeats_isLive() {
    assertEquals(2_000, shownOf(2_000, 0));
  }

  @Test
  void samePicture_fifthTime_isFrozenUntilTenNewOnes() {
    for (int i = 0; i < 4; i++) {
      assertTrue(show(1), "a camera may stumble");
    }
    assertFalse(show(1));
    assertFalse(show(1));
    assertEquals(0, shownOf(9, 100));
    assertTrue(show(200));
  }

  @Test
  void clipOfThreeSeconds_runningRound_isFoundOutInTheSecondRound() {
    assertEquals(45, shownOf(45, 0));
    assertEquals(14, shownOf(45, 0));
    assertEquals(0, shownOf(45, 0));
  }

  @Test
  void clipInRandomOrder_isFoundOutToo() {
    Random order = new Random(5);
    shownOf(40, 0);
    int shown = 0;
    for (int i = 0; i < 100; i++) {
      shown += show(order.nextInt(40)) ? 1 : 0;
    }
    assertTrue(shown < 20, shown + " shown");
  }

  @Test
  void sameRecording_shownAgain_isFoundOutAtOnce() {
    assertEquals(300, shownOf(300, 0));
    assertTrue(shownOf(300, 0) < 20);
  }

  @Test
  void clockThatStands_isFrozen() {
    for (int i = 0; i < 4; i++) {
      assertTrue(life.live(noisy(i), 1_000));
    }
    assertFalse(life.live(noisy(9), 1_000));
    assertFalse(life.live(noisy(10), 900));
  }

  @Test
  void cameraWithoutAClock_isJudgedByItsPictures() {
    for (int i = 0; i < 50; i++) {
      assertTrue(life.live(noisy(i), 0));
    }
  }

  @Test
  void blackPictures_showNobody_soAreNotHeld() {
    Mat black = new Mat(48, 64, CvType.CV_8UC3, Scalar.all(0));
    for (int i = 1; i < 100; i++) {
      assertTrue(life.live(black, i));
    }
  }
}
