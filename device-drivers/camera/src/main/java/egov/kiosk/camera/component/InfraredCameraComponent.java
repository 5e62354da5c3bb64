package egov.kiosk.camera.component;

import egov.kiosk.camera.CameraSettings;
import egov.kiosk.camera.V4l2InfraredCamera;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.InfraredCamera;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The infrared camera in the framework; only where one is configured. */
@Component(
    configurationPid = "infrared-camera",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {InfraredCamera.class, Device.class, HealthCheck.class})
@Designate(ocd = InfraredCameraConfig.class)
public final class InfraredCameraComponent implements InfraredCamera, HealthCheck {
  private V4l2InfraredCamera camera;

  @Activate
  void activate(InfraredCameraConfig config) {
    camera = new V4l2InfraredCamera(settings(config), Clock.systemUTC());
  }

  /** An open stream keeps the settings it was opened with, so there is nothing to reopen. */
  @Modified
  void modified(InfraredCameraConfig config) {
    camera.reconfigure(settings(config));
  }

  @Deactivate
  void deactivate() {
    camera.close();
  }

  private static CameraSettings settings(InfraredCameraConfig config) {
    return CameraSettings.of(
        V4l2InfraredCamera.NAME, config.device(), config.width(), config.height(), config.fps());
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
    return camera.healthCheck().check(timeout);
  }
}
