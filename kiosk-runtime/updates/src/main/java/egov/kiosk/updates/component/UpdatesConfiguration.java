package egov.kiosk.updates.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "updates",
    name = "Updates of the program",
    description = "Where the slots are, which server brings updates, and when one may go on trial")
@interface UpdatesConfiguration {
  @AttributeDefinition(
      name = "Program",
      description = "Holds boot, factory, slots and current; empty: no updates on this machine",
      required = false,
      min = "0",
      max = "4096")
  String program() default "";

  @AttributeDefinition(
      name = "State directory",
      description = "Where the boot helper keeps its state; only read here",
      min = "1",
      max = "4096")
  String stateDirectory() default "state/boot";

  @AttributeDefinition(
      name = "Directory",
      description = "Where downloads and requests to the boot helper lie",
      min = "1",
      max = "4096")
  String directory() default "state/updates";

  @AttributeDefinition(
      name = "Server",
      description =
          "https address of a server that speaks hawkBit's DDI v1, without path; empty: updates come"
              + " on sticks only",
      required = false,
      min = "0",
      max = "256")
  String server() default "";

  @AttributeDefinition(
      name = "Tenant",
      description = "The tenant on that server",
      min = "1",
      max = "40")
  String tenant() default "DEFAULT";

  @AttributeDefinition(
      name = "Token file",
      description = "Holds this kiosk's own token for that server; owner-only",
      required = false,
      min = "0",
      max = "4096")
  String tokenFile() default "";

  @AttributeDefinition(
      name = "Hardware",
      description = "The name of this machine's kind, as releases name it; empty for none",
      required = false,
      min = "0",
      max = "64")
  String hardware() default "";

  @AttributeDefinition(
      name = "Hours",
      description = "When a trial may begin, such as 19:00-07:00; 00:00-00:00 for any time",
      min = "11",
      max = "11")
  String hours() default "00:00-00:00";
}
