package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** Our words turned into Paho's for MQTT 5, and back. */
final class OptionsV5 {
  /** What a broker takes that does not say (MQTT 5 §3.2.2.3.3). */
  private static final int RECEIVE_MAXIMUM = 65_535;

  private OptionsV5() {}

  static MqttConnectionOptions of(LinkOptions options) throws IOException {
    MqttConnectionOptions paho = new MqttConnectionOptions();
    paho.setAutomaticReconnect(false);
    paho.setCleanStart(false);
    paho.setSessionExpiryInterval(options.session().expiry().toSeconds());
    paho.setKeepAliveInterval(seconds(options.session().keepAlive()));
    paho.setConnectionTimeout(seconds(options.session().connectTimeout()));
    paho.setReceiveMaximum(options.windows().receiveMaximum());
    paho.setMaximumPacketSize((long) options.windows().maximumPacketSize());
    paho.setTopicAliasMaximum(0);
    paho.setUseSubscriptionIdentifiers(false);
    paho.setSocketFactory(Sockets.of(options));
    if (options.credentials().isPresent()) {
      Credentials login = options.credentials().get().read();
      paho.setUserName(login.userName());
      paho.setPassword(login.password());
    }
    options
        .presence()
        .will()
        .ifPresent(
            will -> {
              MqttProperties properties = new MqttProperties();
              properties.setWillDelayInterval(will.delay().toSeconds());
              paho.setWill(will.publication().topic(), message(will.publication()));
              paho.setWillMessageProperties(properties);
            });
    return paho;
  }

  static MqttMessage message(Publication publication) {
    MqttProperties properties = new MqttProperties();
    List<UserProperty> beside = new ArrayList<>();
    publication
        .messageId()
        .ifPresent(id -> beside.add(new UserProperty(Publication.MESSAGE_ID, id)));
    publication.trace().ifPresent(place -> beside.add(new UserProperty(Publication.TRACE, place)));
    properties.setUserProperties(beside);
    return new MqttMessage(
        publication.payload(), publication.quality(), publication.retained(), properties);
  }

  static ServerLimits limits(MqttProperties granted) {
    int receiveMaximum = RECEIVE_MAXIMUM;
    int largest = Integer.MAX_VALUE;
    if (granted != null && granted.getReceiveMaximum() != null) {
      receiveMaximum = Math.max(1, granted.getReceiveMaximum());
    }
    if (granted != null && granted.getMaximumPacketSize() != null) {
      largest = (int) Math.min(largest, Math.max(1, granted.getMaximumPacketSize()));
    }
    return new ServerLimits(receiveMaximum, largest);
  }

  static ReasonCode reason(IMqttToken acknowledged) {
    int[] codes = acknowledged.getReasonCodes();
    return codes == null || codes.length == 0
        ? ReasonCode.SUCCESS
        : new ReasonCode(codes[0] & 0xFF);
  }

  /** What Paho wrapped: the broker's refusal, or what the network said. */
  static Throwable cause(Throwable failure) {
    if (failure instanceof MqttException paho) {
      if (paho.getCause() != null) {
        return paho.getCause();
      }
      int code = paho.getReasonCode();
      // Paho's own error numbers for the network lie beyond one byte.
      if (code >= 0x80 && code <= 0xFF) {
        return new RefusedException(new ReasonCode(code));
      }
    }
    return failure;
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }
}
