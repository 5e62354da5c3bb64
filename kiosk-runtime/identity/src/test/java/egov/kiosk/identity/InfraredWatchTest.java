package egov.kiosk.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.InfraredCamera;
import egov.kiosk.identity.liveness.InfraredView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two streams on clocks of our own: what is beside what. */
@Timeout(60)
class InfraredWatchTest {
  private static final Duration NOW = Duration.ofMillis(10);

  private final List<Frame> infraredFrames = new ArrayList<>();
  private final List<Instant> looked = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch slow = new CountDownLatch(1);
  private boolean unplugged;
  private boolean waits;
  private boolean frozen;
  private boolean lamp = true;
  private int glow = 200;
  private volatile boolean opened;
  private long apart;
  private long millis;

  private InfraredWatch watch() {
    return new InfraredWatch(
        timeout -> {
          millis += 100;
          return Optional.of(frame(millis, millis));
        },
        new Eye(),
        (frame, then) -> {
          looked.add(frame.takenAt());
          then.accept(new InfraredView(lamp, Optional.empty()));
        });
  }

  private Frame frame(long millis, long pixels) {
    byte[] bgr = {(byte) pixels, (byte) glow, (byte) (pixels >> 8)};
    return new Frame(1, 1, bgr, Instant.EPOCH.plusMillis(millis));
  }

  private void look(InfraredWatch watch, int frames) {
    for (int i = 0; i < frames; i++) {
      watch.next(NOW).orElseThrow().close();
      watch.look(0, view -> {});
    }
  }

  private InfraredWatch opened() {
    InfraredWatch watch = watch();
    await().atMost(Duration.ofSeconds(20)).until(() -> opened);
    // The stream is handed over right after that.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              look(watch, 1);
              return watch.seen();
            });
    looked.clear();
    return watch;
  }

  @Test
  void pictureOfTheSameTime_isLookedAtOnce() {
    try (InfraredWatch watch = opened()) {
      look(watch, 3);
      watch.look(0, view -> {});
    }
    assertEquals(3, looked.size());
  }

  @Test
  void pictureOfAnotherTime_isNotLookedAt() {
    try (InfraredWatch watch = opened()) {
      apart = InfraredWatch.SAME_TIME.toMillis() + 1;
      look(watch, 3);
      assertEquals(List.of(), looked);
      apart = InfraredWatch.SAME_TIME.toMillis();
      look(watch, 1);
      assertEquals(1, looked.size());
    }
  }

  @Test
  void unplugged_framesComeAllTheSame() {
    unplugged = true;
    try (InfraredWatch watch = watch()) {
      look(watch, 20);
      assertFalse(watch.seen());
      assertEquals(List.of(), looked);
    }
  }

  @Test
  void frozenInfraredStream_isFoundOutAndNotLookedAt() {
    try (InfraredWatch watch = opened()) {
      frozen = true;
      look(watch, 10);
      assertTrue(watch.dead());
      looked.clear();
      look(watch, 3);
      assertEquals(List.of(), looked);
    }
  }

  @Test
  void frozenInTheDark_isNoAttack_howeverLongItLasts() {
    try (InfraredWatch watch = opened()) {
      frozen = true;
      glow = (int) FaceReader.LEAST_LAMP - 1;
      look(watch, 300);
      frozen = false;
      glow = 200;
      look(watch, 1);
      assertFalse(watch.dead());
      assertEquals(301, looked.size());
    }
  }

  @Test
  void frozenInTheLeastLight_isFoundOut() {
    try (InfraredWatch watch = opened()) {
      frozen = true;
      glow = (int) FaceReader.LEAST_LAMP;
      look(watch, 10);
      assertTrue(watch.dead());
    }
  }

  @Test
  void pictureSeenBefore_isAPictureAllTheSame() {
    try (InfraredWatch watch = opened()) {
      frozen = true;
      look(watch, 2);
      assertFalse(watch.dead());
      assertTrue(watch.seen());
    }
  }

  @Test
  void mostPicturesWithoutLight_isDark() {
    try (InfraredWatch watch = opened()) {
      look(watch, 10);
      assertTrue(watch.showed());
      lamp = false;
      look(watch, 8);
      assertFalse(watch.dark());
      look(watch, 8);
      assertTrue(watch.dark());
    }
  }

  @Test
  void notLookedAtYet_isNeitherDarkNorDidItShowAnything() {
    try (InfraredWatch watch = watch()) {
      assertFalse(watch.dark());
      assertFalse(watch.showed());
    }
  }

  @Test
  void closed_switchesTheCameraOffAndLeavesNoPixel() {
    try (InfraredWatch watch = opened()) {
      look(watch, 2);
    }
    assertTrue(closed.get());
    for (Frame frame : infraredFrames) {
      assertEquals(0, frame.bgr()[1]);
    }
  }

  @Test
  void cameraThatOpensAfterTheLook_isSwitchedOffAtOnce() {
    waits = true;
    watch().close();
    assertFalse(closed.get());
    slow.countDown();
    await().atMost(Duration.ofSeconds(20)).untilTrue(closed);
  }

  private final class Eye implements InfraredCamera {
    @Override
    public String name() {
      return "infrared-camera";
    }

    @Override
    public DeviceStatus status() {
      return new DeviceStatus(DeviceState.ONLINE, Set.of(), Instant.EPOCH);
    }

    @Override
    public Camera.Stream open() throws DeviceException {
      if (unplugged) {
        throw new DeviceException(FaultCode.NO_DEVICE, name(), "nothing there");
      }
      if (waits) {
        awaitSlow();
      }
      opened = true;
      return new Stream() {
        @Override
        public Optional<Frame> next(Duration timeout) {
          Frame frame = frame(millis + apart, frozen ? 7 : millis);
          infraredFrames.add(frame);
          return Optional.of(frame);
        }

        @Override
        public Optional<byte[]> preview() {
          return Optional.empty();
        }

        @Override
        public void close() {
          closed.set(true);
        }
      };
    }

    private void awaitSlow() {
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
