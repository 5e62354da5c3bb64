package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.Optional;

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
    Optional<FaultCode> fault = status.faults().stream().findFirst();
    if (fault.isEmpty()) {
      return Finding.ok(name(), "the camera is there");
    }
    Level level = status.state().usable() ? Level.WARN : Level.FAIL;
    FaultCode what = fault.get();
    return new Finding(
        name(), level, seen(what) + " (" + what.code() + ")", what.actor(), advice(what));
  }

  private static String seen(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE -> "there is no camera at the configured path";
      case CAMERA_DARK -> "the camera's pictures are too dark";
      case CAMERA_COVERED -> "something lies on the camera's lens";
      case CAMERA_BACK_LIT -> "a window or lamp behind the citizen outshines the face";
      case CAMERA_FROZEN -> "the camera shows the same pictures again and again";
      case PICTURE_REFUSED -> "the camera sends what is no picture";
      case CONTRADICTION -> "the camera changed the size of its pictures in mid-stream";
      case NOT_THE_ACCEPTED_DEVICE -> "another camera appeared while this one was in use";
      default -> "the camera gave no picture when it was last used";
    };
  }

  private String advice(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE ->
          "Plug the camera in, or set device of component "
              + name()
              + " to its /dev/v4l/by-id path.";
      case CAMERA_DARK -> "Switch the light on.";
      case CAMERA_COVERED -> "Clean the lens and take off what covers it.";
      case CAMERA_BACK_LIT -> "Draw the blind, or turn the kiosk away from the window.";
      case CAMERA_FROZEN, NOT_THE_ACCEPTED_DEVICE ->
          "Look what is plugged in as the camera, and who had access to it.";
      default -> "Look at the cable, and whether another program uses the camera.";
    };
  }
}
