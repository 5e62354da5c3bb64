package egov.kiosk.uplinkmqtt.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a technician can set about the way to the platform. */
@ObjectClassDefinition(
    id = "uplink",
    name = "Uplink",
    description = "The MQTT connection to the platform's broker")
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
      name = "Security of ssl://",
      description =
          "national: TLS 1.3 with SM2, SM3 and SM4, both ends with certificates (RFC 8998); tls:"
              + " ordinary TLS 1.3; or the name of a plug-in, e.g. one for TLCP")
  String security() default "national";

  @AttributeDefinition(
      name = "Trust file",
      description =
          "PEM with the authorities believed for ssl://, up to the root; empty, with tls only, means"
              + " the JDK's",
      required = false)
  String trustFile() default "";

  @AttributeDefinition(
      name = "Certificate file",
      description =
          "PEM with the certificate this kiosk shows; empty: with national, that of its signing key",
      required = false)
  String certificateFile() default "";

  @AttributeDefinition(
      name = "Key file",
      description =
          "PEM, PKCS#8, mode 0600, with that certificate's key; empty: the kiosk's signing key,"
              + " wherever it is kept",
      required = false)
  String keyFile() default "";

  @AttributeDefinition(
      name = "Revocation lists file",
      description = "PEM with the authorities' revocation lists, for national lines",
      required = false)
  String revocationFile() default "";

  @AttributeDefinition(
      name = "Protocol",
      description = "Which MQTT the broker speaks: 5, or 3.1.1 for older platforms",
      options = {
        @Option(label = "MQTT 5", value = "5"),
        @Option(label = "MQTT 3.1.1", value = "3.1.1")
      })
  String protocol() default "5";

  @AttributeDefinition(
      name = "Profile",
      description =
          "A for a broker with wills, retained messages and shared subscriptions; B for one without",
      options = {@Option(label = "A", value = "A"), @Option(label = "B", value = "B")})
  String profile() default "A";

  @AttributeDefinition(
      name = "Keep alive",
      description = "Seconds of silence before a ping; at most 480 in profile B",
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
      description =
          "Seconds before the broker tells that this kiosk is gone; Artemis needs at least 1",
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
  int maximumPacketBytes() default 266_240;

  @AttributeDefinition(
      name = "Largest message",
      description = "Bytes of the largest message sent; for MQTT 3.1.1 brokers that take less",
      min = "1024",
      max = "65536")
  int largestMessageBytes() default 65_536;

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
      description = "Seconds between tries at most; 300 for a fleet of 100,000",
      min = "1",
      max = "600")
  int reconnectCapSeconds() default 120;

  @AttributeDefinition(
      name = "First connection within",
      description =
          "The first try is made at a random second up to this; 60 for a large fleet, 0 at once",
      min = "0",
      max = "600")
  int firstConnectWithinSeconds() default 0;

  @AttributeDefinition(
      name = "Probe after",
      description =
          "Seconds without any acknowledgement before the connection is asked for one; 0 never asks",
      min = "0",
      max = "600")
  int probeIdleSeconds() default 12;

  @AttributeDefinition(
      name = "Probe patience",
      description =
          "Seconds after that before the connection is made anew; more on a line below 100 kbit/s",
      min = "1",
      max = "600")
  int probeAnswerSeconds() default 10;

  @AttributeDefinition(
      name = "Metered",
      description = "Whether what is sent costs money: attachments then wait for quiet hours")
  boolean metered() default false;
}
