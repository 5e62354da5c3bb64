package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** Our words turned into Paho's, and back. */
final class PahoOptions {
  private PahoOptions() {}

  static MqttConnectionOptions of(LinkOptions options)
      throws IOException, GeneralSecurityException {
    MqttConnectionOptions paho = new MqttConnectionOptions();
    paho.setAutomaticReconnect(false);
    paho.setCleanStart(false);
    paho.setSessionExpiryInterval(options.sessionExpiry().toSeconds());
    paho.setKeepAliveInterval(seconds(options.keepAlive()));
    paho.setConnectionTimeout(seconds(options.connectTimeout()));
    paho.setReceiveMaximum(options.receiveMaximum());
    paho.setMaximumPacketSize((long) options.maximumPacketSize());
    paho.setTopicAliasMaximum(0);
    paho.setUseSubscriptionIdentifiers(false);
    paho.setSocketFactory(
        options.broker().tls()
            ? TlsTrust.sockets(options.trustFile())
            : new PlainSocketFactory(options.maximumPacketSize()));
    if (options.credentials().isPresent()) {
      Credentials login = options.credentials().get().read();
      paho.setUserName(login.userName());
      paho.setPassword(login.password());
    }
    options
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
    publication
        .messageId()
        .ifPresent(
            id ->
                properties.setUserProperties(
                    List.of(new UserProperty(Publication.MESSAGE_ID, id))));
    return new MqttMessage(publication.payload(), 1, publication.retained(), properties);
  }

  static ServerLimits limits(LinkOptions options, MqttProperties granted) {
    int window = options.window();
    int largest = Integer.MAX_VALUE;
    if (granted != null && granted.getReceiveMaximum() != null) {
      window = Math.min(window, Math.max(1, granted.getReceiveMaximum()));
    }
    if (granted != null && granted.getMaximumPacketSize() != null) {
      largest = (int) Math.min(largest, Math.max(1, granted.getMaximumPacketSize()));
    }
    return new ServerLimits(window, largest);
  }

  static ReasonCode reason(IMqttToken acknowledged) {
    int[] codes = acknowledged.getReasonCodes();
    return codes == null || codes.length == 0
        ? ReasonCode.SUCCESS
        : new ReasonCode(codes[0] & 0xFF);
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }
}
