package egov.kiosk.kurabridge.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the bridge. */
@ObjectClassDefinition(
    // The framework opens a description under its component's pid only.
    id = "kura-bridge",
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

  @AttributeDefinition(
      name = "Broker password",
      description =
          "Written into the file that the page of the uplink names; empty: the site puts it there",
      type = AttributeType.PASSWORD,
      required = false)
  String brokerPassword() default "";

  @AttributeDefinition(
      name = "Key passphrase",
      description =
          "Written into the passphrase file that the page of keys and certificates names; empty:"
              + " the site puts it there, or there is none",
      type = AttributeType.PASSWORD,
      required = false)
  String keyPassphrase() default "";

  @AttributeDefinition(
      name = "Custody PIN",
      description =
          "Of the device that keeps the keys; written into the PIN file that its page names; empty:"
              + " the site puts it there, or there is none",
      type = AttributeType.PASSWORD,
      required = false)
  String custodyPin() default "";
}
