package egov.kiosk.identity.liveness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Frame;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Attack D11: frozen frame, looped clip, jumping time stamps, another resolution. */
class StreamWatchTest {
  private final StreamWatch watch = new StreamWatch();

  private boolean see(int picture, int width, long millis) {
    byte[] bgr = new byte[width * 2 * 3];
    bgr[0] = (byte) picture;
    bgr[1] = (byte) (picture >> 8);
    return watch.fresh(new Frame(width, 2, bgr, Instant.EPOCH.plusMillis(millis)));
  }

  @Test
  void newFrames_areALivingStream() {
    for (int i = 0; i < 500; i++) {
      assertTrue(see(i, 4, 40L * i));
    }
    assertFalse(watch.dead());
  }

  @Test
  void oneFrameFiveTimes_isFrozen() {
    for (int i = 0; i < 4; i++) {
      see(7, 4, 40L * i);
      assertFalse(watch.dead());
    }
    see(7, 4, 200);
    assertTrue(watch.dead());
  }

  @Test
  void clipThatRunsRound_isFoundInItsSecondRound() {
    for (int i = 0; i < 75; i++) {
      see(i, 4, 40L * i);
    }
    assertFalse(watch.dead());
    for (int i = 0; i < 5; i++) {
      assertFalse(see(i, 4, 40L * (75 + i)));
    }
    assertTrue(watch.dead());
  }

  @Test
  void timeThatGoesBack_isNoLivingStream() {
    see(1, 4, 1000);
    see(2, 4, 900);
    assertTrue(watch.dead());
  }

  @Test
  void framesThatShowNothing_letTimePassButNotLeap() {
    watch.passed(Instant.EPOCH.plusSeconds(60));
    see(1, 4, 0);
    for (int i = 1; i <= 3; i++) {
      watch.passed(Instant.EPOCH.plusSeconds(9L * i));
    }
    see(2, 4, 28_000);
    assertFalse(watch.dead());
    watch.passed(Instant.EPOCH.plusSeconds(20));
    assertTrue(watch.dead());
  }

  @Test
  void otherResolution_isAnotherCamera() {
    see(1, 4, 0);
    see(2, 6, 40);
    assertTrue(watch.dead());
  }
}
