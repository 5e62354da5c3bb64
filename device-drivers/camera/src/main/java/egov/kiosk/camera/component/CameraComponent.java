package egov.kiosk.camera.component;

import egov.kiosk.camera.CameraCheck;
import egov.kiosk.camera.CameraSettings;
import egov.kiosk.camera.V4l2Camera;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The room in the framework. */
@Component(
    configurationPid = "camera",
    immediate = true,
    service = {Camera.class, Device.class, HealthCheck.class})
@Designate(ocd = CameraConfig.class)
public final class CameraComponent implements Camera, HealthCheck {
  private V4l2Camera camera;
  private CameraCheck check;

  @Activate
  void activate(CameraConfig config) {
    camera = new V4l2Camera(settings(config), Clock.systemUTC());
    check = new CameraCheck(camera);
  }

  /** An open stream keeps the settings it was opened with, so there is nothing to reopen. */
  @Modified
  void modified(CameraConfig config) {
    camera.reconfigure(settings(config));
  }

  @Deactivate
  void deactivate() {
    camera.close();
  }

  private static CameraSettings settings(CameraConfig config) {
    return CameraSettings.of(
        "camera", config.device(), config.width(), config.height(), config.fps());
  }

  @Override
  public String name() {
    return camera.name();
  }

  @Override
  public DeviceStatus status() {
    return camera.status();
  }

  @Override
  public Stream open() throws DeviceException {
    return camera.open();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }
}
