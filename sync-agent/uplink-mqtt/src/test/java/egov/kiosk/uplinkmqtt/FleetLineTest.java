package egov.kiosk.uplinkmqtt;

import static egov.kiosk.uplinkmqtt.Uplinks.KIOSK;
import static egov.kiosk.uplinkmqtt.Uplinks.message;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line for what is not queued. */
@Timeout(30)
class FleetLineTest {
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
  void everyChannel_hasItsTopic_andTheBrokersWordDecides() throws Exception {
    start(settings());
    for (UpChannel channel : UpChannel.values()) {
      assertTrue(send(channel, 10).get(5, TimeUnit.SECONDS), channel::name);
    }
    for (String end : List.of("evt", "alm", "aud", "met", "cmdr", "att")) {
      await().until(() -> broker.topics().contains("egov/1/" + KIOSK + "/up/" + end));
    }
    await().until(() -> broker.topics().contains("egov/1/" + KIOSK + "/state/shadow"));
    broker.answerPublish(0x97);
    assertFalse(send(UpChannel.ALARM, 10).get(5, TimeUnit.SECONDS));
  }

  @Test
  void chunksLeaveAPlaceForAlarms_andQueuedMessagesPassThemBy() throws Exception {
    broker.answerPublish(-1);
    start(settings());
    List<CompletableFuture<Boolean>> chunks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      chunks.add(send(UpChannel.ATTACHMENT, 40_000));
    }
    assertFalse(send(UpChannel.ATTACHMENT, 40_000).get(1, TimeUnit.SECONDS));
    chunks.add(send(UpChannel.ALARM, 100));
    assertFalse(send(UpChannel.ALARM, 100).get(1, TimeUnit.SECONDS));
    List<CompletableFuture<SendOutcome>> queued = new ArrayList<>();
    for (int i = 0; i < uplink.window(); i++) {
      queued.add(Uplinks.send(uplink, message(100)));
    }
    await().until(() -> broker.waiting() == 14);
    broker.acknowledge();
    for (CompletableFuture<SendOutcome> one : queued) {
      assertEquals(SendOutcome.acknowledged(), one.get(5, TimeUnit.SECONDS));
    }
    for (CompletableFuture<Boolean> one : chunks) {
      assertTrue(one.get(5, TimeUnit.SECONDS));
    }
    broker.answerPublish(0);
    assertTrue(send(UpChannel.ATTACHMENT, 40_000).get(5, TimeUnit.SECONDS));
  }

  @Test
  void brokerThatTakesOneAtATime_getsAllOneByOne() throws Exception {
    broker.receiveMaximum(1).answerPublish(-1);
    start(settings());
    CompletableFuture<Boolean> event = send(UpChannel.EVENT, 10);
    CompletableFuture<Boolean> alarm = send(UpChannel.ALARM, 10);
    CompletableFuture<SendOutcome> queued = Uplinks.send(uplink, message(10));
    for (int i = 0; i < 3; i++) {
      await().until(() -> broker.waiting() == 1);
      broker.acknowledge();
    }
    assertTrue(event.get(5, TimeUnit.SECONDS) && alarm.get(5, TimeUnit.SECONDS));
    assertEquals(SendOutcome.acknowledged(), queued.get(5, TimeUnit.SECONDS));
    assertEquals(1, broker.mostWaiting());
    List<String> order = broker.topics().stream().filter(topic -> topic.contains("/up/")).toList();
    assertTrue(order.get(1).contains("/up/tx/"), order::toString);
  }

  @Test
  void withoutConnectionOrTooLarge_isFalseAtOnce() throws Exception {
    uplink = new MqttUplink(KIOSK, settings());
    assertFalse(send(UpChannel.EVENT, 1).get(1, TimeUnit.SECONDS));
    broker.maximumPacketSize(2000);
    start(settings());
    int most = uplink.maxBytes();
    assertTrue(most > 1900 && most < 2000, () -> "most " + most);
    assertFalse(send(UpChannel.SHADOW, most + 1).get(1, TimeUnit.SECONDS));
    assertTrue(send(UpChannel.SHADOW, most).get(5, TimeUnit.SECONDS));
  }

  @Test
  void orders_reachTheListener_keptOnesOnlyWhereTheyBelong() {
    ConcurrentHashMap<DownChannel, byte[]> heard = new ConcurrentHashMap<>();
    start(settings());
    uplink.add(heard::put);
    broker.send("egov/1/" + KIOSK + "/down/cmd", new byte[] {1}, true);
    broker.send("egov/1/" + KIOSK + "/down/att", new byte[] {2}, false);
    broker.send("egov/1/" + KIOSK + "/desired/cfg", new byte[] {3}, true);
    broker.send("egov/1/" + KIOSK + "/desired/cat", new byte[256 * 1024], false);
    await().until(() -> heard.size() == 3);
    assertArrayEquals(new byte[] {2}, heard.get(DownChannel.ATTACHMENT));
    assertArrayEquals(new byte[] {3}, heard.get(DownChannel.CONFIGURATION));
    assertEquals(256 * 1024, heard.get(DownChannel.CATALOGUE).length);
    assertEquals(1, told.connections());
  }

  @Test
  void profileB_asksForDesiredStateAtEachConnect_andKeepsNothing() throws Exception {
    start(settings().speaking(Protocol.V3_1_1, Profile.B));
    String events = "egov/1/" + KIOSK + "/up/evt";
    assertFalse(broker.connects().get(0).variableHeader().isWillFlag());
    assertEquals(List.of(events), broker.topics());
    assertTrue(send(UpChannel.SHADOW, 10).get(5, TimeUnit.SECONDS));
    broker.cut();
    await().until(() -> told.connections() == 2);
    await().until(() -> broker.topics().stream().filter(events::equals).count() == 2);
    assertEquals(0, broker.retained());
  }

  private void start(UplinkSettings settings) {
    uplink = Uplinks.connected(settings, told);
  }

  private UplinkSettings settings() {
    return Uplinks.settings(broker.port());
  }

  private CompletableFuture<Boolean> send(UpChannel channel, int bytes) {
    return uplink.send(channel, new byte[bytes]).toCompletableFuture();
  }
}
