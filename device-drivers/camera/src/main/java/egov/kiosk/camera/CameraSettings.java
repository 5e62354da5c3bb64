package egov.kiosk.camera;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which camera, and which picture is asked of it; a camera may answer with another size.
 *
 * @param device the device file, e.g. {@code /dev/v4l/by-id/usb-…-video-index0}; an absolute path
 * @param width 320 to 3840 pixels
 * @param height 240 to 2160 pixels
 * @param fps 1 to 60 pictures a second
 */
public record CameraSettings(Path device, int width, int height, int fps) {
  /**
   * @throws IllegalArgumentException naming the key, the value and what is allowed
   */
  public CameraSettings {
    Objects.requireNonNull(device, "device");
    if (!device.isAbsolute()) {
      throw new IllegalArgumentException(
          "camera: device is " + device + ", allowed is an absolute path");
    }
    demand(width, 320, 3840, "width");
    demand(height, 240, 2160, "height");
    demand(fps, 1, 60, "fps");
  }

  private static void demand(int value, int min, int max, String key) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "camera: " + key + " is " + value + ", allowed is " + min + " to " + max);
    }
  }
}
