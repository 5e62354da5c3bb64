package egov.kiosk.camera.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import egov.kiosk.domain.device.Camera;
import egov.kiosk.link.testing.Skin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CameraComponentTest {
  private final Skin skin = new Skin();

  private static CameraConfig configuration(Map<String, Object> values) {
    return Skin.configuration(CameraConfig.class, values);
  }

  @Test
  void camera_isOfferedUnlessSwitchedOffAndStaysTheSameOtherwise() {
    var component = new CameraComponent(skin.context(), configuration(Map.of()));
    Camera camera = skin.registered(Camera.class);
    assertEquals(2, skin.registered().size());
    component.modified(configuration(Map.of("fps", 10)));
    assertSame(camera, skin.registered(Camera.class));
    component.modified(configuration(Map.of("enabled", false)));
    assertEquals(List.of(), skin.registered());
    component.deactivate();
  }
}
