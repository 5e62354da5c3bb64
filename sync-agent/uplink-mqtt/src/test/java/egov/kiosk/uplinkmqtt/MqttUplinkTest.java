package egov.kiosk.uplinkmqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MqttUplinkTest {
  private static final String KIOSK = "zj-hz-000001";
  private static final BackOff.Limits QUICK =
      new BackOff.Limits(Duration.ofMillis(100), Duration.ofSeconds(2), 3, Duration.ofSeconds(1));

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
    assertEquals(256 * 1024, property(connect, MqttPropertyType.MAXIMUM_PACKET_SIZE));
    assertEquals("egov/1/" + KIOSK + "/state/link", connect.payload().willTopic());
    assertTrue(connect.variableHeader().isWillRetain());
    assertEquals(1, connect.variableHeader().willQos());
    assertArrayEquals(
        "{\"on\":false}".getBytes(StandardCharsets.US_ASCII),
        connect.payload().willMessageInBytes());
    await().until(() -> broker.topics().contains("egov/1/" + KIOSK + "/state/link"));
  }

  @Test
  void send_withinTheWindow_neverExceedsWhatTheBrokerTakes() {
    broker.receiveMaximum(3).answerPublish(-1);
    start();
    assertEquals(3, uplink.window());
    List<CompletableFuture<SendOutcome>> sent = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      sent.add(send(message(100)));
    }
    await().until(() -> broker.waiting() == 3);
    assertEquals(7, sent.stream().filter(CompletableFuture::isDone).count());
    assertTrue(
        sent.subList(3, 10).stream().allMatch(done -> done.join().equals(SendOutcome.failed())));
    broker.acknowledge();
    await().until(() -> sent.stream().allMatch(CompletableFuture::isDone));
    assertEquals(SendOutcome.acknowledged(), sent.get(0).join());
    for (int round = 0; round < 20; round++) {
      List<CompletableFuture<SendOutcome>> more =
          List.of(send(message(10)), send(message(10)), send(message(10)));
      await().pollInterval(Duration.ofMillis(5)).until(() -> broker.waiting() == 3);
      broker.acknowledge();
      more.forEach(done -> assertEquals(SendOutcome.acknowledged(), done.join()));
    }
    assertEquals(3, broker.mostWaiting());
  }

  @Test
  void connected_meansTheWholeWindowIsFree() {
    broker.receiveMaximum(1).answerPublish(-1);
    for (int i = 1; i <= 5; i++) {
      List<CompletableFuture<SendOutcome>> sent = new ArrayList<>();
      MqttUplink one = new MqttUplink(KIOSK, settings("127.0.0.1"));
      one.start(
          new Told() {
            @Override
            public synchronized void connected() {
              sent.add(one.send(new QueuedEnvelope(1, message(10))).toCompletableFuture());
              super.connected();
            }
          });
      await().until(() -> broker.waiting() == 1);
      broker.acknowledge();
      assertEquals(SendOutcome.acknowledged(), sent.get(0).join());
      one.stop(Duration.ofSeconds(4));
    }
  }

  @Test
  void send_withoutReceiveMaximum_usesOurOwnWindow() {
    start();
    assertEquals(10, uplink.window());
  }

  @Test
  void send_refusedByReasonCode_isParked() throws Exception {
    start();
    for (int code : new int[] {0x87, 0x97, 0x99, 0x80}) {
      broker.answerPublish(code);
      assertEquals(SendOutcome.parked(code), send(message(100)).get(5, TimeUnit.SECONDS));
    }
    broker.answerPublish(0x10); // no matching subscribers: still with the broker
    assertEquals(SendOutcome.acknowledged(), send(message(100)).get(5, TimeUnit.SECONDS));
  }

  @Test
  void send_largerThanTheBrokersPacket_isNotSent() throws Exception {
    broker.maximumPacketSize(2000);
    start();
    int most = uplink.maxMessageBytes();
    assertTrue(most > 1800 && most < 2000, () -> "most " + most);
    assertEquals(SendOutcome.failed(), send(message(most + 1)).get(5, TimeUnit.SECONDS));
    assertEquals(SendOutcome.acknowledged(), send(message(most)).get(5, TimeUnit.SECONDS));
    assertEquals(1, broker.topics().stream().filter(topic -> topic.contains("/up/tx/")).count());
  }

  @Test
  void send_largerThanTheContract_isNotSent() throws Exception {
    start();
    assertEquals(64 * 1024, uplink.maxMessageBytes());
    assertEquals(SendOutcome.failed(), send(message(64 * 1024 + 1)).get(5, TimeUnit.SECONDS));
    assertEquals(SendOutcome.acknowledged(), send(message(64 * 1024)).get(5, TimeUnit.SECONDS));
  }

  @Test
  void send_unacknowledgedWhenTheLineGoes_fails() throws Exception {
    broker.answerPublish(-1);
    start();
    CompletableFuture<SendOutcome> sent = send(message(100));
    await().until(() -> broker.waiting() == 1);
    broker.cut();
    assertEquals(SendOutcome.failed(), sent.get(5, TimeUnit.SECONDS));
    await().until(() -> told.connections() == 2);
    assertEquals(1, broker.topics().stream().filter(topic -> topic.contains("/up/tx/")).count());
  }

  @Test
  void send_beforeStartAndAfterStop_fails() {
    uplink = new MqttUplink(KIOSK, settings("127.0.0.1"));
    assertEquals(SendOutcome.failed(), send(message(1)).join());
    uplink.start(told);
    uplink.stop(Duration.ofSeconds(4));
    assertEquals(SendOutcome.failed(), send(message(1)).join());
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
  void packetClaimingAQuarterGigabyte_endsTheConnectionBeforeMemoryIsTaken() {
    start();
    long before = used();
    for (int i = 1; i <= 5; i++) {
      int connection = i;
      await().until(() -> told.connections() == connection);
      broker.sendRaw(new byte[] {0x30, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, 0, 1, 'x'});
      await().until(() -> told.connections() == connection + 1);
    }
    assertTrue(used() - before < 64L * 1024 * 1024);
  }

  @Test
  void malformedLength_endsTheConnectionOnly() {
    start();
    broker.sendRaw(new byte[] {0x30, -1, -1, -1, -1, 1});
    await().until(() -> told.connections() == 2);
  }

  @Test
  void takeover_isSaidAndRetriedLater() {
    start();
    broker.disconnect(0x8E);
    await().until(() -> told.reasons().contains("another client has this id"));
    await().until(() -> told.connections() == 2);
  }

  @Test
  void redirection_isNotFollowed() {
    start();
    broker.disconnect(0x9D);
    await().until(() -> told.connections() == 2);
    assertEquals(2, broker.connects().size());
  }

  @Test
  void login_refused_isSaidWithTheRemedyAndTriedAgain() {
    broker.acceptConnect(false);
    uplink = new MqttUplink(KIOSK, settings("127.0.0.1"));
    uplink.start(told);
    await()
        .until(() -> told.reasons().stream().anyMatch(reason -> reason.contains("password file")));
    broker.acceptConnect(true);
    await().until(() -> told.connections() == 1);
  }

  @Test
  void brokerThatNeverAnswers_isGivenUpAndTriedAgain() {
    broker.answerConnect(false);
    UplinkSettings usual = settings("127.0.0.1");
    UplinkSettings impatient =
        new UplinkSettings(
            usual.broker(),
            usual.passwordFile(),
            usual.trustFile(),
            usual.keepAlive(),
            usual.sessionExpiry(),
            usual.willDelay(),
            usual.window(),
            usual.maximumPacketBytes(),
            Duration.ofSeconds(1),
            usual.backOff());
    uplink = new MqttUplink(KIOSK, impatient);
    uplink.start(told);
    await().until(() -> told.reasons().contains("no answer within 1 s"));
    broker.answerConnect(true);
    await().until(() -> told.connections() == 1);
  }

  @Test
  void stop_saysGoodbyeAndEndsEveryThread() {
    // Connections of earlier tests may still be on their way out, under the same name.
    Set<Thread> earlier = Thread.getAllStackTraces().keySet();
    start();
    uplink.stop(Duration.ofSeconds(4));
    await().until(() -> broker.packets().contains(MqttMessageType.DISCONNECT));
    long farewells =
        broker.topics().stream().filter(topic -> topic.endsWith("/state/link")).count();
    assertEquals(2, farewells, "once on, once off");
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !earlier.contains(thread))
                    .noneMatch(thread -> thread.getName().contains(KIOSK)));
    int calls = told.calls();
    broker.close();
    await().during(Duration.ofMillis(300)).until(() -> told.calls() == calls);
  }

  @Test
  void stop_whileWaitingForTheNextTry_isQuick() {
    broker.close();
    uplink =
        new MqttUplink(
            KIOSK,
            settings("127.0.0.1")
                .withBackOff(
                    new BackOff.Limits(
                        Duration.ofSeconds(60), Duration.ofSeconds(60), 1, Duration.ofSeconds(1))));
    uplink.start(told);
    await().until(() -> !told.reasons().isEmpty());
    long before = System.nanoTime();
    uplink.stop(Duration.ofSeconds(20));
    assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5);
  }

  @Test
  void reconfigure_unchanged_keepsTheConnection_changedOpensAnother() {
    start();
    uplink.reconfigure(settings("127.0.0.1"));
    assertEquals(1, broker.connects().size());
    uplink.reconfigure(settings("127.0.0.1").withBackOff(BackOff.Limits.FLEET));
    await().until(() -> told.connections() == 2);
  }

  @Test
  void ipv6Literal_connects() throws Exception {
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
                  .withBackOff(QUICK));
      uplink.start(told);
      await().until(() -> told.connections() == 1);
      uplink.stop(Duration.ofSeconds(4));
    }
  }

  private void start() {
    uplink = new MqttUplink(KIOSK, settings("127.0.0.1"));
    uplink.start(told);
    await().until(() -> told.connections() == 1);
  }

  private UplinkSettings settings(String host) {
    return UplinkSettings.of(BrokerAddress.parse("tcp://" + host + ":" + broker.port()))
        .withBackOff(QUICK);
  }

  private CompletableFuture<SendOutcome> send(SignedEnvelope envelope) {
    return uplink.send(new QueuedEnvelope(1, envelope)).toCompletableFuture();
  }

  private static SignedEnvelope message(int bytes) {
    return new SignedEnvelope(
        TransactionId.create(Instant.now()),
        MessageKind.RATING,
        "QUERY-1",
        new byte[bytes],
        new byte[32]);
  }

  private static int property(MqttConnectMessage connect, MqttPropertyType type) {
    return (Integer) connect.variableHeader().properties().getProperty(type.value()).value();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static class Told implements UplinkListener {
    private final List<byte[]> receipts = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int connections;
    private int calls;

    @Override
    public synchronized void connected() {
      connections++;
      calls++;
    }

    @Override
    public synchronized void disconnected(String reason) {
      reasons.add(reason);
      calls++;
    }

    @Override
    public synchronized void receipt(byte[] message) {
      receipts.add(message);
      calls++;
    }

    synchronized int connections() {
      return connections;
    }

    synchronized int calls() {
      return calls;
    }

    synchronized List<byte[]> receipts() {
      return List.copyOf(receipts);
    }

    synchronized List<String> reasons() {
      return List.copyOf(reasons);
    }
  }
}
