package egov.kiosk.link.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "attached",
    name = "What is plugged in",
    description = "Keyboards, memory sticks and network adapters that may be at this kiosk.")
@interface AttachedConfiguration {
  @AttributeDefinition(
      name = "Accepted",
      description =
          "Models that may be there, e.g. INPUT 0eef:0001, STORAGE 0781:5567, NETWORK 0bda:8153;"
              + " kiosk doctor names what is not. Empty: what is there when the kiosk starts.")
  String[] accepted() default {};

  @AttributeDefinition(
      name = "Look every so many seconds",
      description = "How soon something plugged in is noticed.",
      min = "1",
      max = "60")
  int lookSeconds() default 2;
}
