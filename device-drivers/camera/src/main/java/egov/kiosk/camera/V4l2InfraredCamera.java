package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.InfraredCamera;
import java.time.InstantSource;
import java.util.Objects;

/**
 * An infrared camera of the Linux kernel (V4L2): a {@link V4l2Camera} under a port of its own. Grey
 * formats become three equal colours. Safe for use by several threads.
 */
public final class V4l2InfraredCamera implements InfraredCamera, AutoCloseable {
  /** The usual name. */
  public static final String NAME = "infrared-camera";

  private final V4l2Camera camera;

  public V4l2InfraredCamera(CameraSettings settings, InstantSource clock) {
    this(new V4l2Camera(settings, clock));
  }

  V4l2InfraredCamera(V4l2Camera camera) {
    this.camera = Objects.requireNonNull(camera, "camera");
  }

  /** Takes new settings, from the next stream on. */
  public void reconfigure(CameraSettings next) {
    camera.reconfigure(next);
  }

  @Override
  public String name() {
    return camera.name();
  }

  @Override
  public DeviceStatus status() {
    return camera.status();
  }

  /** The check a technician sees. */
  public CameraCheck healthCheck() {
    return new CameraCheck(camera);
  }

  @Override
  public Stream open() throws DeviceException {
    return camera.open();
  }

  @Override
  public void close() {
    camera.close();
  }
}
