package egov.kiosk.watch.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the watch. */
@ObjectClassDefinition(
    id = "watch",
    name = "Watch",
    description = "What the kiosk does about its own failures before a person has to come")
public @interface WatchConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Where what was done is written down; must survive restarts")
  String directory() default "watch";

  @AttributeDefinition(
      name = "Reboot request",
      description =
          "The file the system watches to start the machine again (kiosk-reboot.path of a package);"
              + " nothing means the machine is never started again",
      required = false)
  String rebootRequest() default "";

  @AttributeDefinition(
      name = "Parts",
      description = "How often one part is started again within an hour",
      min = "0",
      max = "20")
  int partsAnHour() default 3;

  @AttributeDefinition(
      name = "Processes",
      description = "How often the process is started again within processMinutes",
      min = "1",
      max = "1000")
  int processes() default 3;

  @AttributeDefinition(
      name = "Process minutes",
      description = "Within how many minutes restarts of the process are counted",
      min = "5",
      max = "720")
  int processMinutes() default 30;

  @AttributeDefinition(
      name = "Reboots",
      description =
          "How often the machine is started again within 24 hours; a package's own count, which"
              + " also knows what nobody here could write down, allows no more than three",
      min = "0",
      max = "3")
  int reboots() default 3;

  @AttributeDefinition(
      name = "Courtesy",
      description = "Minutes a citizen who is being served may hold up a restart",
      min = "1",
      max = "120")
  int courtesyMinutes() default 15;
}
