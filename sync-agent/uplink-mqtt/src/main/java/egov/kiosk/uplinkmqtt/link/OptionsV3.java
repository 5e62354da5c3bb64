package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Our words turned into Paho's for MQTT 3.1.1, and back. */
final class OptionsV3 {
  /** As many as there are packet identifiers; our own window is the limit. */
  static final int MOST_IN_FLIGHT = 65_535;

  /** CONNACK return codes (MQTT 3.1.1 §3.2.2.3) by what MQTT 5 calls them. */
  private static final Map<Integer, ReasonCode> REFUSALS =
      Map.of(
          1, ReasonCode.UNSUPPORTED_VERSION,
          2, ReasonCode.BAD_CLIENT_ID,
          3, ReasonCode.SERVER_UNAVAILABLE,
          4, ReasonCode.BAD_LOGIN,
          5, ReasonCode.NOT_AUTHORIZED);

  private OptionsV3() {}

  static MqttConnectOptions of(LinkOptions options) throws IOException {
    MqttConnectOptions paho = new MqttConnectOptions();
    paho.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    paho.setAutomaticReconnect(false);
    paho.setCleanSession(false);
    paho.setKeepAliveInterval(Math.toIntExact(options.session().keepAlive().toSeconds()));
    paho.setConnectionTimeout(Math.toIntExact(options.session().connectTimeout().toSeconds()));
    paho.setMaxInflight(MOST_IN_FLIGHT);
    paho.setSocketFactory(Sockets.of(options));
    if (options.credentials().isPresent()) {
      Credentials login = options.credentials().get().read();
      paho.setUserName(login.userName());
      paho.setPassword(new String(login.password(), StandardCharsets.UTF_8).toCharArray());
    }
    options
        .presence()
        .will()
        .map(Will::publication)
        .ifPresent(word -> paho.setWill(word.topic(), word.payload(), word.quality(), true));
    return paho;
  }

  /** What Paho wrapped: the broker's refusal, or what the network said. */
  static Throwable cause(Throwable failure) {
    if (failure instanceof MqttException paho) {
      if (paho.getCause() != null) {
        return paho.getCause();
      }
      ReasonCode refusal = REFUSALS.get(paho.getReasonCode());
      if (refusal != null) {
        return new RefusedException(refusal);
      }
    }
    return failure;
  }
}
