package egov.kiosk.camera.component;

import egov.kiosk.camera.CameraCheck;
import egov.kiosk.camera.CameraSettings;
import egov.kiosk.camera.V4l2Camera;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Registers the camera, and its check, unless it is switched off. */
@Component(
    configurationPid = "camera",
    immediate = true,
    service = {})
@Designate(ocd = CameraConfig.class)
public final class CameraComponent {
  private final BundleContext context;
  private final List<ServiceRegistration<?>> registered = new ArrayList<>();
  private V4l2Camera camera;

  @Activate
  public CameraComponent(BundleContext context, CameraConfig config) {
    this.context = context;
    modified(config);
  }

  /** An open stream keeps the settings it was opened with, so there is nothing to reopen. */
  @Modified
  synchronized void modified(CameraConfig config) {
    if (!config.enabled()) {
      deactivate();
    } else if (camera != null) {
      camera.reconfigure(settings(config));
    } else {
      camera = new V4l2Camera(settings(config), Clock.systemUTC());
      String[] ports = {Camera.class.getName(), Device.class.getName()};
      registered.add(context.registerService(ports, camera, null));
      registered.add(context.registerService(HealthCheck.class, new CameraCheck(camera), null));
    }
  }

  @Deactivate
  synchronized void deactivate() {
    registered.forEach(ServiceRegistration::unregister);
    registered.clear();
    if (camera != null) {
      camera.close();
      camera = null;
    }
  }

  private static CameraSettings settings(CameraConfig config) {
    return CameraSettings.of(
        "camera", config.device(), config.width(), config.height(), config.fps());
  }
}
