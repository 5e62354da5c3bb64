package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack test D12. */
class NodeWatchTest {
  @TempDir Path folder;

  private Path byId;
  private NodeWatch watch;

  @BeforeEach
  void plugIn() throws IOException {
    Path node = Files.createFile(folder.resolve("video0"));
    Files.createDirectory(folder.resolve("by-id"));
    byId = folder.resolve("by-id/usb-camera");
    Files.createSymbolicLink(byId, node);
    watch = new NodeWatch("camera", byId);
  }

  private void exchange(Path node) throws IOException {
    Files.delete(byId);
    Files.createSymbolicLink(byId, node);
  }

  private void assertEnds(org.junit.jupiter.api.function.Executable step) {
    DeviceException ended = assertThrows(DeviceException.class, step);
    assertEquals(FaultCode.NOT_THE_ACCEPTED_DEVICE, ended.fault());
  }

  @Test
  void name_isResolvedToItsDevice() throws Exception {
    assertEquals(folder.resolve("video0").toRealPath(), watch.resolve());
    watch.glance();
    assertEquals(folder.resolve("video0").toRealPath(), watch.resolve());
  }

  @Test
  void otherDeviceUnderTheName_endsTheStream() throws Exception {
    watch.resolve();
    exchange(Files.createFile(folder.resolve("other")));
    assertEnds(watch::glance);
    assertEnds(watch::resolve);
  }

  @Test
  void secondCamera_joining_endsTheStream() throws Exception {
    Files.createFile(folder.resolve("video7"));
    watch.resolve();
    watch.glance();
    Files.createFile(folder.resolve("ttyUSB0"));
    watch.glance();
    Files.createFile(folder.resolve("video1"));
    assertEnds(watch::glance);
  }

  @Test
  void pulledOut_isLeftToTheNextRead() throws Exception {
    watch.resolve();
    Files.delete(folder.resolve("video0"));
    watch.glance();
    assertThrows(NoSuchFileException.class, watch::resolve);
    Files.createFile(folder.resolve("video0"));
    watch.resolve();
  }

  @Test
  void deviceNumber_ofARealDevice_isCompared() throws Exception {
    exchange(Path.of("/dev/null"));
    watch.resolve();
    exchange(Path.of("/dev/zero"));
    assertEnds(watch::glance);
  }
}
