package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.InfraredCamera;
import java.time.InstantSource;

/**
 * An infrared camera of the Linux kernel (V4L2): a {@link V4l2Camera} under a port of its own. Grey
 * formats become three equal colours. Safe for use by several threads.
 */
public final class V4l2InfraredCamera extends CameraAtPlace implements InfraredCamera {
  /** The usual name. */
  public static final String NAME = "infrared-camera";

  public V4l2InfraredCamera(CameraSettings settings, InstantSource clock) {
    this(new V4l2Camera(settings, clock));
  }

  V4l2InfraredCamera(V4l2Camera camera) {
    super(camera);
  }

  @Override
  public Stream open() throws DeviceException {
    return camera.open();
  }
}
