package egov.kiosk.camera;

import java.util.Objects;

/**
 * Which camera, and which picture is asked of it; a camera may answer with another size.
 *
 * @param name the device's name, e.g. {@code camera}
 * @param device where it is
 * @param width 320 to 4096 pixels
 * @param height 240 to 3072 pixels
 * @param fps 1 to 60 pictures a second
 */
public record CameraSettings(String name, CameraAddress device, int width, int height, int fps) {
  /**
   * @throws IllegalArgumentException naming the key, the value and what is allowed
   */
  public CameraSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(device, "device");
    demand(width, 320, 4096, name + ": width");
    demand(height, 240, 3072, name + ": height");
    demand(fps, 1, 60, name + ": fps");
  }

  /**
   * As a configuration says it.
   *
   * @param device as {@link CameraAddress#parse} takes it
   * @throws IllegalArgumentException naming the key and what is allowed
   */
  public static CameraSettings of(String name, String device, int width, int height, int fps) {
    CameraAddress address;
    try {
      address = CameraAddress.parse(device);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": device is not usable; " + e.getMessage(), e);
    }
    return new CameraSettings(name, address, width, height, fps);
  }

  private static void demand(int value, int min, int max, String key) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          key + " is " + value + ", allowed is " + min + " to " + max);
    }
  }
}
