package egov.kiosk.camera;

import org.opencv.core.Mat;

/** A camera that is on. One thread opens, reads and closes it. */
interface Capture extends AutoCloseable {
  /**
   * Waits for a picture; may hang when the device does.
   *
   * @param into receives it, CV_8UC3, blue, green, red
   * @return false when the camera is lost; there is no other sign of it
   */
  boolean read(Mat into);

  @Override
  void close();
}
