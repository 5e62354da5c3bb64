package egov.kiosk.camera.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the camera, pid {@code camera}. */
@ObjectClassDefinition(
    id = "camera",
    name = "Camera",
    description = "The camera that looks at the citizen")
public @interface CameraConfig {
  /** Whether this driver serves. */
  @AttributeDefinition(
      name = "Enabled",
      description = "Whether this driver serves the camera; off when another's does.")
  boolean enabled() default true;

  /** Which camera. */
  @AttributeDefinition(
      name = "Device",
      description =
          "Device file, best one under /dev/v4l/by-id: numbers change, ids do not;"
              + " or http://HOST[:PORT]/PATH of a network camera (MJPEG)")
  String device() default "/dev/video0";

  /** Pixels across. */
  @AttributeDefinition(
      name = "Width",
      description = "Pixels across that are asked for",
      min = "320",
      max = "3840")
  int width() default 1280;

  /** Pixels down. */
  @AttributeDefinition(
      name = "Height",
      description = "Pixels down that are asked for",
      min = "240",
      max = "2160")
  int height() default 720;

  /** Pictures a second. */
  @AttributeDefinition(
      name = "Pictures a second",
      description = "Pictures a second that are asked for",
      min = "1",
      max = "60")
  int fps() default 15;
}
