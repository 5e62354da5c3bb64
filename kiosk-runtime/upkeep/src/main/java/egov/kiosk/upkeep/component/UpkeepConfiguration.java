package egov.kiosk.upkeep.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "upkeep",
    name = "Upkeep",
    description = "The doctor's looks at the machine, and commissioning")
@interface UpkeepConfiguration {
  @AttributeDefinition(
      name = "Data directory",
      description =
          "Where the runtime keeps everything; below it, this room keeps setup and reports",
      min = "1",
      max = "4096")
  String dataDirectory() default "data";

  @AttributeDefinition(
      name = "Settings file",
      description = "The technician's file, for support bundles; set by the launcher",
      max = "4096")
  String settingsFile() default "";

  @AttributeDefinition(
      name = "Profile",
      description = "Set by the launcher from kiosk.profile; on other platforms by hand",
      options = {@Option("laboratory"), @Option("production")})
  String profile() default "laboratory";

  @AttributeDefinition(
      name = "Networks",
      description = "Which versions of IP this site must have",
      options = {@Option("v4"), @Option("v6"), @Option("both")})
  String networks() default "v4";

  @AttributeDefinition(
      name = "Open ports",
      description = "TCP ports on which something may listen to the network, separated by commas",
      max = "200")
  String openPorts() default "";

  @AttributeDefinition(
      name = "Removable media",
      description = "Directories below which media are mounted, where seals are looked for",
      max = "4096")
  String media() default "/media,/run/media,/mnt";

  @AttributeDefinition(
      name = "Browsers",
      description = "Programs that can show the screens, the first that is there counts",
      max = "4096")
  String browsers() default
      "/usr/bin/chromium,/usr/bin/chromium-browser,/usr/bin/google-chrome-stable";

  @AttributeDefinition(
      name = "Fonts",
      description = "Files that together show every character that can be typed",
      max = "4096")
  String fonts() default
      "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,"
          + "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf,"
          + "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf";
}
