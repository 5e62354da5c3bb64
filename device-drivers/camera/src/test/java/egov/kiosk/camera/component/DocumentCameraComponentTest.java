package egov.kiosk.camera.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.health.Level;
import egov.kiosk.link.testing.Skin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCameraComponentTest {
  @TempDir Path folder;

  @Test
  void unplugged_theDoctorSaysSo_andComesBackByItself() throws Exception {
    Path node = folder.resolve("video2");
    DocumentCameraComponent component = new DocumentCameraComponent();
    component.activate(
        Skin.configuration(DocumentCameraConfig.class, Map.of("device", node.toString())));
    assertEquals("document-camera", component.name());
    assertEquals(Level.FAIL, component.check(Duration.ofSeconds(1)).level());
    Files.createFile(node);
    assertEquals(Level.OK, component.check(Duration.ofSeconds(1)).level());
    component.deactivate();
  }
}
