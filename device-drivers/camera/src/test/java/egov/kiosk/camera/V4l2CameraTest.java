package egov.kiosk.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class V4l2CameraTest {
  @TempDir Path folder;

  private final ScriptedSource source = new ScriptedSource();
  private V4l2Camera camera;

  @BeforeAll
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  @BeforeEach
  void plugIn() throws Exception {
    Path node = Files.createFile(folder.resolve("video0"));
    camera =
        new V4l2Camera(
            CameraSettings.of("camera", node.toString(), 640, 480, 30),
            Clock.systemUTC(),
            s -> source);
  }

  private FaultCode refusal() {
    return assertThrows(DeviceException.class, camera::open).fault();
  }

  @Test
  void notOpened_isNeverSwitchedOn() {
    assertEquals(DeviceState.ONLINE, camera.status().state());
    new CameraCheck(camera).check(Duration.ofSeconds(1));

    assertEquals(0, source.opens.get());
  }

  @Test
  void slowReader_getsTheNewestPicture() throws Exception {
    try (Camera.Stream stream = camera.open()) {
      stream.next(Duration.ofSeconds(5)).orElseThrow().close();
      int before = source.reads.get();
      await().until(() -> source.reads.get() > before + 100);

      try (Frame frame = stream.next(Duration.ofSeconds(5)).orElseThrow()) {
        assertEquals(640 * 480 * 3, frame.bgr().length);
      }
    }
    assertEquals(1, source.closes.get());
  }

  @Test
  void twoFrames_areDifferentPictures() throws Exception {
    try (Camera.Stream stream = camera.open();
        Frame first = stream.next(Duration.ofSeconds(5)).orElseThrow();
        Frame second = stream.next(Duration.ofSeconds(5)).orElseThrow()) {
      assertTrue(second.takenAt().compareTo(first.takenAt()) >= 0);
      assertFalse(second.bgr()[0] == first.bgr()[0]);
    }
  }

  @Test
  void secondStream_isBusy() throws Exception {
    try (Camera.Stream stream = camera.open()) {
      assertEquals(FaultCode.BUSY, refusal());
    }
    camera.open().close();
  }

  @Test
  void lost_isReopenedWithPauses() throws Exception {
    try (Camera.Stream stream = camera.open()) {
      source.lost = true;
      await().until(() -> camera.status().faults(), Set.of(FaultCode.CAMERA_LOST)::equals);
      assertEquals(Optional.empty(), stream.preview());
      int opens = source.opens.get();
      assertEquals(Optional.empty(), stream.next(Duration.ofMillis(1500)));
      assertTrue(source.opens.get() - opens <= 6, "it does not hammer the device");

      source.lost = false;
      assertTrue(stream.next(Duration.ofSeconds(3)).isPresent());
      assertEquals(DeviceState.ONLINE, camera.status().state());
    }
  }

  @Test
  void hangingDriver_blocksNobody() throws Exception {
    Camera.Stream stream = camera.open();
    source.hanging = true;
    await().until(() -> stream.next(Duration.ofMillis(200)).isEmpty());

    long begun = System.nanoTime();
    stream.close();
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
    assertEquals(FaultCode.CAMERA_LOST, refusal());

    source.hanging = false;
    source.hang.countDown();
    await().until(() -> source.closes.get() == 1);
    await().ignoreExceptions().until(() -> closedAgain(camera.open()));
  }

  private static boolean closedAgain(Camera.Stream stream) {
    stream.close();
    return true;
  }

  @Test
  void refusedByTheDevice_saysSoAndLeavesNoThread() {
    source.refusals.add(new DeviceException(FaultCode.CANNOT_OPEN, "camera", "no right"));

    assertEquals(FaultCode.CANNOT_OPEN, refusal());
    assertEquals(Set.of(FaultCode.CANNOT_OPEN), camera.status().faults());
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(t -> t.getName().equals("device-camera")));
  }

  @Test
  void interruptedReader_returnsAtOnceAndStaysInterrupted() throws Exception {
    try (Camera.Stream stream = camera.open()) {
      source.lost = true;
      await().until(() -> !camera.status().faults().isEmpty());
      Thread.currentThread().interrupt();

      assertEquals(Optional.empty(), stream.next(Duration.ofSeconds(30)));
      assertTrue(Thread.interrupted());
      source.lost = false;
    }
  }

  @Test
  void unplugged_isSeenWithoutOpening() throws Exception {
    Files.delete(folder.resolve("video0"));
    assertEquals(DeviceState.NO_DEVICE, camera.status().state());

    Files.createFile(folder.resolve("video0"));
    assertEquals(DeviceState.ONLINE, camera.status().state());
    assertEquals(0, source.opens.get());
  }
}
