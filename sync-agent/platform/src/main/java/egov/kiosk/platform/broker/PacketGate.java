package egov.kiosk.platform.broker;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.util.Arrays;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Ends connections that send what Artemis must not even look at. Made by the broker by its class
 * name, so that it is there before the first connection.
 */
public final class PacketGate implements MQTTInterceptor {
  private static final int NOT_AUTHORIZED = 0x87;

  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    String user = connection.getClientID();
    if (packet instanceof MqttConnectMessage connect) {
      return user == null && will(connect);
    }
    if (user == null) {
      Audit.refused(null, "packet-before-connect");
      return false;
    }
    if (user.equals(Access.PLATFORM)) {
      return true;
    }
    if (packet instanceof MqttSubscribeMessage subscribe) {
      return subscribe(subscribe, user, connection);
    }
    if (packet instanceof MqttPublishMessage publish) {
      return publish(publish, user);
    }
    return true;
  }

  private static boolean will(MqttConnectMessage connect) {
    if (!connect.variableHeader().isWillFlag()) {
      return true;
    }
    String user = connect.payload().clientIdentifier();
    String topic = connect.payload().willTopic();
    if (topic != null && Access.mayKeep(user, topic) && !Access.isOutlandish(topic)) {
      return true;
    }
    Audit.refused(user, "will");
    return false;
  }

  private static boolean publish(MqttPublishMessage publish, String user) {
    String topic = publish.variableHeader().topicName();
    boolean keep = publish.fixedHeader().isRetain();
    if (topic.contains("::") || keep && !Access.mayKeep(user, topic)) {
      Audit.refused(user, keep ? "keep" : "send");
      return false;
    }
    return true;
  }

  private static boolean subscribe(
      MqttSubscribeMessage subscribe, String user, RemotingConnection connection) {
    int filters = subscribe.payload().topicSubscriptions().size();
    boolean outlandish =
        subscribe.payload().topicSubscriptions().stream()
            .anyMatch(subscription -> Access.isOutlandish(subscription.topicFilter()));
    if (!outlandish) {
      return true;
    }
    Audit.refused(user, "listen");
    answer(subscribe.variableHeader().messageId(), filters, connection);
    return false;
  }

  /** Says why before the connection ends, as far as the interceptor's place allows. */
  private static void answer(int packetId, int filters, RemotingConnection connection) {
    if (connection.getTransportConnection() instanceof NettyServerConnection netty) {
      int[] codes = new int[filters];
      Arrays.fill(codes, NOT_AUTHORIZED);
      Channel channel = netty.getChannel();
      channel.writeAndFlush(
          new MqttSubAckMessage(
              new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
              new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
              new MqttSubAckPayload(codes)));
    }
  }
}
