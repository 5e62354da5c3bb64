package egov.kiosk.crypto.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician sets about data keys. */
@ObjectClassDefinition(
    id = "rest-keys",
    name = "Data keys",
    description = "The keys under which this kiosk seals what it keeps on its own disk")
@interface RestKeysConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description =
          "Directory of the wrapped data keys, for this user only (mode 0700); a relative one is"
              + " taken from the working directory",
      min = "1",
      max = "4096")
  String directory() default "state/rest-keys";

  @AttributeDefinition(
      name = "Rotation, days",
      description =
          "How long a data key is in use before a new one takes its place; everything is sealed anew"
              + " in the background, and the old key destroyed",
      min = "1",
      max = "3650")
  int rotateDays() default 90;
}
