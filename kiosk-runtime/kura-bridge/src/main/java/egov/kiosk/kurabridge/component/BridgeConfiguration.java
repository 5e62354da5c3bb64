package egov.kiosk.kurabridge.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the bridge. */
@ObjectClassDefinition(
    name = "Kiosk: bridge",
    description = "How this kiosk shows itself to the framework it runs on")
public @interface BridgeConfiguration {
  @AttributeDefinition(
      name = "Grace",
      description =
          "Seconds the framework's watchdog waits beyond a thread's own patience before it restarts"
              + " the machine; counts from the next start of the bridge",
      min = "30",
      max = "3600")
  int graceSeconds() default 180;

  @AttributeDefinition(
      name = "Heartbeat",
      description = "Seconds between two heartbeats to the cloud; 0 for none",
      min = "0",
      max = "86400")
  int heartbeatSeconds() default 300;

  @AttributeDefinition(
      name = "Publisher",
      description =
          "Which publisher of the framework takes the heartbeat, as a filter, e.g."
              + " (kura.service.pid=kiosk-health)")
  String publisher_target() default "(kura.service.pid=kiosk-health)";
}
