package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import org.opencv.core.Mat;

/** A camera that is on. One thread opens, reads and closes it. */
interface Capture extends AutoCloseable {
  /**
   * Waits for a picture; may hang when the device does.
   *
   * @param into receives it, CV_8UC3, blue, green, red
   * @return false when the camera is lost
   * @throws DeviceException when it must not be believed any more, or gives no pictures but
   *     something else
   */
  boolean read(Mat into) throws DeviceException;

  /** The camera's own clock at the picture read last, in microseconds; 0 when it has none. */
  default long stamp() {
    return 0;
  }

  @Override
  void close();
}
