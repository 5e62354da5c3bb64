package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;

/** Tells a technician whether the camera is there; never switches it on. */
public final class CameraCheck implements HealthCheck {
  private final V4l2Camera camera;

  public CameraCheck(V4l2Camera camera) {
    this.camera = camera;
  }

  @Override
  public String name() {
    return camera.name();
  }

  @Override
  public Finding check(Duration timeout) {
    DeviceStatus status = camera.status();
    if (status.state() == DeviceState.ONLINE) {
      return Finding.ok(name(), "the camera is there");
    }
    FaultCode fault = status.faults().stream().findFirst().orElse(FaultCode.CAMERA_LOST);
    return new Finding(
        name(),
        Level.FAIL,
        fault == FaultCode.NO_DEVICE
            ? "there is no camera at the configured path"
            : "the camera gave no picture when it was last used (" + fault.code() + ")",
        fault.actor(),
        fault == FaultCode.NO_DEVICE
            ? "Plug the camera in, or set device of component "
                + name()
                + " to its /dev/v4l/by-id path."
            : "Look at the cable, and whether another program uses the camera.");
  }
}
