package egov.kiosk.access.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "access",
    name = "Sign-in of staff",
    description = "Where the book of staff lies, and how long a sign-in lasts")
@interface AccessConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Where the book of staff and the start secret lie; owner-only",
      min = "1",
      max = "4096")
  String directory() default "state/access";

  @AttributeDefinition(
      name = "Secret file",
      description =
          "The secret the book is sealed with; made at the first start. Best in another directory,"
              + " which no backup takes along",
      min = "1",
      max = "4096")
  String secretFile() default "state/keys/access.secret";

  @AttributeDefinition(
      name = "Machine file",
      description =
          "A file only this machine has, e.g. /sys/class/dmi/id/product_uuid, so that a copied disk"
              + " is of no use; empty for laboratories. Another one takes a new first start",
      required = false,
      min = "0",
      max = "4096")
  String machineFile() default "";

  @AttributeDefinition(
      name = "Administrator needs a key card",
      description = "Whether an administrator without a key card may only put one in force")
  boolean administratorCard() default true;

  @AttributeDefinition(
      name = "Idle minutes",
      description = "After which time without anything done a role is dropped",
      min = "1",
      max = "30")
  int idleMinutes() default 5;

  @AttributeDefinition(
      name = "Longest minutes",
      description = "After which time a role is dropped in any case",
      min = "30",
      max = "480")
  int longestMinutes() default 60;

  @AttributeDefinition(
      name = "Offline hours of grid workers",
      description = "How long the platform may be out of reach before they cannot sign in",
      min = "1",
      max = "72")
  int gridOfflineHours() default 8;
}
