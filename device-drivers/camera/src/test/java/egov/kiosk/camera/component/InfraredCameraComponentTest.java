package egov.kiosk.camera.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Level;
import egov.kiosk.link.testing.Skin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraredCameraComponentTest {
  @TempDir Path folder;

  private final InfraredCameraComponent component = new InfraredCameraComponent();

  private InfraredCameraConfig at(Path device) {
    return Skin.configuration(InfraredCameraConfig.class, Map.of("device", device.toString()));
  }

  @Test
  void unplugged_theDoctorSaysSo_andComesBackByItself() throws Exception {
    Path node = folder.resolve("video4");
    component.activate(at(node));

    assertEquals("infrared-camera", component.name());
    assertEquals(Level.FAIL, component.check(Duration.ofSeconds(1)).level());
    assertEquals(FaultCode.NO_DEVICE, assertThrows(DeviceException.class, component::open).fault());

    Files.createFile(node);
    assertEquals(Level.OK, component.check(Duration.ofSeconds(1)).level());
    component.deactivate();
  }

  @Test
  void wrongPath_isRefusedByItsKey() {
    component.activate(at(folder.resolve("video4")));

    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> component.modified(at(Path.of("relative/video4"))));
    assertEquals("infrared-camera: device is not usable", refusal.getMessage().split(";")[0]);
    component.deactivate();
  }
}
