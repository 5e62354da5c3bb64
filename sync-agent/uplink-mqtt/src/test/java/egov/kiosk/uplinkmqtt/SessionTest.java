package egov.kiosk.uplinkmqtt;

import static egov.kiosk.uplinkmqtt.Uplinks.KIOSK;
import static egov.kiosk.uplinkmqtt.Uplinks.QUICK;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Protocol;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the uplink asks the broker for. */
@Timeout(30)
class SessionTest {
  private final ScriptedBroker broker = new ScriptedBroker();
  private final Told told = new Told();
  private MqttUplink uplink;

  @AfterEach
  void stop() {
    if (uplink != null) {
      uplink.stop(Duration.ofSeconds(4));
    }
    broker.close();
  }

  @Test
  void connect_asksForTheSessionOfTheContract() {
    start();
    MqttConnectMessage connect = broker.connects().get(0);
    assertEquals(KIOSK, connect.payload().clientIdentifier());
    assertEquals(5, connect.variableHeader().version());
    assertFalse(connect.variableHeader().isCleanSession());
    assertEquals(60, connect.variableHeader().keepAliveTimeSeconds());
    assertEquals(86_400, property(connect, MqttPropertyType.SESSION_EXPIRY_INTERVAL));
    assertEquals(10, property(connect, MqttPropertyType.RECEIVE_MAXIMUM));
    assertEquals(260 * 1024, property(connect, MqttPropertyType.MAXIMUM_PACKET_SIZE));
    assertEquals("egov/1/" + KIOSK + "/state/link", connect.payload().willTopic());
    assertTrue(connect.variableHeader().isWillRetain());
    assertEquals(1, connect.variableHeader().willQos());
    assertArrayEquals(
        "{\"on\":false}".getBytes(StandardCharsets.US_ASCII),
        connect.payload().willMessageInBytes());
    await().until(() -> broker.topics().contains("egov/1/" + KIOSK + "/state/link"));
  }

  @Test
  void receipt_isHandedOverAndAcknowledged_keptOnesAreNot() {
    start();
    byte[] bytes = {1, 2, 3};
    broker.send("egov/1/" + KIOSK + "/down/rcpt", new byte[] {9}, true);
    broker.send("egov/1/" + KIOSK + "/down/cmd", new byte[] {8}, false);
    broker.send("egov/1/" + KIOSK + "/down/rcpt", bytes, false);
    await().until(() -> told.receipts().size() == 1);
    assertArrayEquals(bytes, told.receipts().get(0));
    await()
        .until(
            () ->
                broker.packets().stream().filter(type -> type == MqttMessageType.PUBACK).count()
                    == 3);
  }

  @Test
  void reconfigure_unchanged_keepsTheConnection_changedOpensAnother() {
    start();
    uplink.reconfigure(settings());
    assertEquals(1, broker.connects().size());
    uplink.reconfigure(settings().withBackOff(BackOff.Limits.FLEET));
    await().until(() -> told.connections() == 2);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void ipv6Literal_connects(Protocol protocol) throws Exception {
    InetAddress loopback = InetAddress.getByName("::1");
    if (NetworkInterface.getByInetAddress(loopback) == null) {
      // Without IPv6 in the kernel there is nothing to connect to; the address must still parse.
      assertEquals("[::1]", BrokerAddress.parse("tcp://[::1]:1883").host());
      return;
    }
    try (ScriptedBroker six = new ScriptedBroker("::1")) {
      uplink =
          new MqttUplink(
              KIOSK,
              UplinkSettings.of(BrokerAddress.parse("tcp://[::1]:" + six.port()))
                  .speaking(protocol, Profile.A)
                  .withBackOff(QUICK));
      uplink.start(told);
      await().until(() -> told.connections() == 1);
      uplink.stop(Duration.ofSeconds(4));
    }
  }

  @Test
  void connect_inTheOldVersion_asksForTheSameAsFarAsItGoes() {
    uplink = Uplinks.connected(settings().speaking(Protocol.V3_1_1, Profile.A), told);
    MqttConnectMessage connect = broker.connects().get(0);
    assertEquals(4, connect.variableHeader().version());
    assertFalse(connect.variableHeader().isCleanSession());
    assertEquals(60, connect.variableHeader().keepAliveTimeSeconds());
    assertEquals("egov/1/" + KIOSK + "/state/link", connect.payload().willTopic());
    assertTrue(connect.variableHeader().isWillRetain());
    byte[] bytes = {1, 2, 3};
    broker.send("egov/1/" + KIOSK + "/down/rcpt", bytes, false);
    await().until(() -> told.receipts().size() == 1);
    assertArrayEquals(bytes, told.receipts().get(0));
  }

  @Test
  void subscriptions_areOurOwnTopics_keptOnesAskedForOnce() {
    start();
    broker.cut();
    await().until(() -> told.connections() == 2);
    List<List<String>> asked =
        broker.subscribes().stream()
            .map(
                one ->
                    one.payload().topicSubscriptions().stream()
                        .map(
                            topic ->
                                topic.topicFilter() + " " + topic.option().retainHandling().value())
                        .toList())
            .toList();
    String own = "egov/1/" + KIOSK;
    assertEquals(
        List.of(
            own + "/down/rcpt 2",
            own + "/down/cmd 2",
            own + "/down/att 2",
            own + "/down/ans 2",
            own + "/down/prg 2",
            own + "/desired/cfg 0",
            own + "/desired/cat 0"),
        asked.get(0));
    assertTrue(asked.get(1).contains(own + "/desired/cfg 1"), asked::toString);
  }

  private void start() {
    uplink = Uplinks.connected(settings(), told);
  }

  private UplinkSettings settings() {
    return Uplinks.settings(broker.port());
  }

  private static int property(MqttConnectMessage connect, MqttPropertyType type) {
    return (Integer) connect.variableHeader().properties().getProperty(type.value()).value();
  }
}
