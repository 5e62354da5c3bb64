package egov.kiosk.uplinkmqtt.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set about the way to the platform. */
@ObjectClassDefinition(
    id = "uplink",
    name = "Uplink",
    description = "The MQTT 5 connection to the platform's broker")
@interface UplinkConfiguration {
  @AttributeDefinition(
      name = "Broker",
      description = "tcp://127.0.0.1:1883 on this machine, ssl://host:8883 for any other")
  String brokerUri() default "tcp://127.0.0.1:1883";

  @AttributeDefinition(
      name = "Password file",
      description = "First line is the password, mode 0600; empty for a broker without logins",
      required = false)
  String passwordFile() default "";

  @AttributeDefinition(
      name = "Trust file",
      description = "PEM with the authorities believed for ssl://; empty means the JDK's",
      required = false)
  String trustFile() default "";

  @AttributeDefinition(
      name = "Keep alive",
      description = "Seconds of silence before a ping",
      min = "5",
      max = "1800")
  int keepAliveSeconds() default 60;

  @AttributeDefinition(
      name = "Session expiry",
      description = "Seconds the broker keeps receipts while this kiosk is away",
      min = "60",
      max = "604800")
  int sessionExpirySeconds() default 86_400;

  @AttributeDefinition(
      name = "Will delay",
      description = "Seconds before the broker tells that this kiosk is gone",
      min = "0",
      max = "3600")
  int willDelaySeconds() default 30;

  @AttributeDefinition(
      name = "Window",
      description = "Messages under way without an acknowledgement",
      min = "1",
      max = "100")
  int window() default 10;

  @AttributeDefinition(
      name = "Largest packet",
      description = "Bytes of the largest packet taken from the broker",
      min = "16384",
      max = "1048576")
  int maximumPacketBytes() default 262_144;

  @AttributeDefinition(
      name = "Connect timeout",
      description = "Seconds one try to connect may take",
      min = "1",
      max = "120")
  int connectTimeoutSeconds() default 20;

  @AttributeDefinition(
      name = "First pause",
      description = "Milliseconds before the first tries to reconnect; doubles after them",
      min = "100",
      max = "60000")
  int reconnectBaseMillis() default 1000;

  @AttributeDefinition(
      name = "Longest pause",
      description = "Seconds between tries at most; the larger the fleet, the larger",
      min = "1",
      max = "600")
  int reconnectCapSeconds() default 120;
}
