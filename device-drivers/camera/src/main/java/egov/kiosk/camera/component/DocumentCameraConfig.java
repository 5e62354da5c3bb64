package egov.kiosk.camera.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the document camera, pid {@code document-camera}. */
@ObjectClassDefinition(
    id = "document-camera",
    name = "Document camera",
    description = "The camera that looks down at a document")
public @interface DocumentCameraConfig {
  /** Which camera. */
  @AttributeDefinition(
      name = "Device",
      description =
          "Device file, best one under /dev/v4l/by-id: numbers change, ids do not;"
              + " or http://HOST[:PORT]/PATH of a network camera (MJPEG)")
  String device() default "/dev/video2";

  /** Pixels across. */
  @AttributeDefinition(
      name = "Width",
      description = "Pixels across that are asked for",
      min = "320",
      max = "4096")
  int width() default 2592;

  /** Pixels down. */
  @AttributeDefinition(
      name = "Height",
      description = "Pixels down that are asked for",
      min = "240",
      max = "3072")
  int height() default 1944;

  /** Pictures a second. */
  @AttributeDefinition(
      name = "Pictures a second",
      description = "Pictures a second that are asked for",
      min = "1",
      max = "60")
  int fps() default 10;
}
