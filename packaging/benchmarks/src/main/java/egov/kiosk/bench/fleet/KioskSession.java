package egov.kiosk.bench.fleet;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5WillPublish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import egov.kiosk.contract.Topics;
import egov.kiosk.domain.fleet.DownChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a kiosk agrees with its broker: the values of {@code Timing.FLEET} and {@code KioskLink}.
 */
final class KioskSession {
  /** A minute between pings, a day of session, ten messages down at a time. */
  static final Mqtt5Connect CONNECT =
      Mqtt5Connect.builder()
          .cleanStart(false)
          .sessionExpiryInterval(86_400)
          .keepAlive(60)
          .restrictions()
          .receiveMaximum(10)
          .maximumPacketSize(260 * 1024)
          .applyRestrictions()
          .build();

  private static final byte[] ON = "{\"on\":true}".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OFF = "{\"on\":false}".getBytes(StandardCharsets.US_ASCII);
  private static final int WILL_SECONDS = 30;

  private KioskSession() {}

  /** What the broker says when the kiosk vanishes. */
  static Mqtt5Publish gone(String id) {
    return Mqtt5WillPublish.builder()
        .topic(Topics.of(Topics.LINK, id))
        .payload(OFF)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .delayInterval(WILL_SECONDS)
        .build();
  }

  /** What the kiosk says on every connection. */
  static Mqtt5Publish here(String id) {
    return Mqtt5Publish.builder()
        .topic(Topics.of(Topics.LINK, id))
        .payload(ON)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .build();
  }

  /** The six topics a kiosk listens to. */
  static Mqtt5Subscribe subscriptions(String id) {
    List<Mqtt5Subscription> all =
        Stream.concat(
                Stream.of(Topics.receipts(id)),
                Stream.of(DownChannel.values()).map(channel -> Topics.of(channel, id)))
            .map(
                topic ->
                    Mqtt5Subscription.builder()
                        .topicFilter(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build())
            .toList();
    return Mqtt5Subscribe.builder().addSubscriptions(all).build();
  }
}
