package egov.kiosk.localapi.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the local API. */
@ObjectClassDefinition(
    id = "local-api",
    name = "Local API",
    description = "Loopback HTTP between the citizen screens and the runtime")
public @interface LocalApiConfiguration {
  @AttributeDefinition(
      name = "Port",
      description = "TCP port on 127.0.0.1; 0 takes any free port",
      min = "0",
      max = "65535")
  int port() default 8930;

  @AttributeDefinition(
      name = "Run directory",
      description = "Owner-only directory, best on tmpfs, where ui.token and ui.port are written")
  String runDirectory() default "run";
}
