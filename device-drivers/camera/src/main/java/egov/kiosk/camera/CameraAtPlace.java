package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceStatus;
import java.util.Objects;

/** What a {@link V4l2Camera} is to the kiosk, whatever its pictures are for. Thread-safe. */
abstract class CameraAtPlace implements AutoCloseable {
  final V4l2Camera camera;

  CameraAtPlace(V4l2Camera camera) {
    this.camera = Objects.requireNonNull(camera, "camera");
  }

  /** Takes new settings, from the next stream on. */
  public final void reconfigure(CameraSettings next) {
    camera.reconfigure(next);
  }

  /** As in its settings. */
  public final String name() {
    return camera.name();
  }

  /** How it was last. */
  public final DeviceStatus status() {
    return camera.status();
  }

  /** The check a technician sees. */
  public final CameraCheck healthCheck() {
    return new CameraCheck(camera);
  }

  @Override
  public final void close() {
    camera.close();
  }
}
