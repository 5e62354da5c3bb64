package egov.kiosk.camera.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the infrared camera, pid {@code infrared-camera}. */
@ObjectClassDefinition(
    id = "infrared-camera",
    name = "Infrared camera",
    description = "The camera for near infrared beside the one that looks at the citizen")
public @interface InfraredCameraConfig {
  /** Which camera. */
  @AttributeDefinition(
      name = "Device",
      description =
          "Device file, best one under /dev/v4l/by-id: numbers change, ids do not;"
              + " or http://HOST[:PORT]/PATH of a network camera (MJPEG)")
  String device() default "/dev/video4";

  /** Pixels across. */
  @AttributeDefinition(
      name = "Width",
      description = "Pixels across that are asked for",
      min = "320",
      max = "1920")
  int width() default 640;

  /** Pixels down. */
  @AttributeDefinition(
      name = "Height",
      description = "Pixels down that are asked for",
      min = "240",
      max = "1080")
  int height() default 480;

  /** Pictures a second. */
  @AttributeDefinition(
      name = "Pictures a second",
      description = "Pictures a second that are asked for",
      min = "1",
      max = "60")
  int fps() default 15;
}
