package egov.kiosk.socialcardreader.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set; a kiosk whose configuration sets none of it has no such reader. */
@ObjectClassDefinition(
    id = "social-card-reader",
    name = "Social card reader",
    description = "A PC/SC reader for social security cards.")
@interface SocialCardReaderConfiguration {
  @AttributeDefinition(name = "Enabled", description = "Whether the kiosk has this device.")
  boolean enabled() default false;

  @AttributeDefinition(
      name = "Reader",
      description = "A part of the reader's name as pcscd has it; empty takes the only one.",
      max = "128")
  String reader() default "";

  @AttributeDefinition(
      name = "Library",
      description = "The path of libpcsclite; empty looks at the usual places.",
      max = "255")
  String library() default "";

  @AttributeDefinition(
      name = "Read limit",
      description = "Milliseconds reading an inserted card may take.",
      min = "1000",
      max = "30000")
  int readLimitMillis() default 5000;
}
