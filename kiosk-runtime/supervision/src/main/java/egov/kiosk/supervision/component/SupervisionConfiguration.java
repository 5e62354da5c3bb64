package egov.kiosk.supervision.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the supervision. */
@ObjectClassDefinition(
    name = "Kiosk: supervision",
    description = "What the system's supervisor hears; nothing where there is none")
public @interface SupervisionConfiguration {
  @AttributeDefinition(
      name = "Grace",
      description =
          "Seconds a thread may be silent beyond its own patience before the supervisor's watchdog"
              + " is no longer fed; the runtime's own remedies get their turn first",
      min = "0",
      max = "600")
  int graceSeconds() default 60;
}
