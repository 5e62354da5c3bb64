package egov.kiosk.uplinkmqtt;

import static egov.kiosk.uplinkmqtt.Uplinks.KIOSK;
import static egov.kiosk.uplinkmqtt.Uplinks.message;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queued messages on their way up. */
@Timeout(30)
class SendTest {
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
      MqttUplink one = new MqttUplink(KIOSK, settings());
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
    uplink = new MqttUplink(KIOSK, settings());
    assertEquals(SendOutcome.failed(), send(message(1)).join());
    uplink.start(told);
    uplink.stop(Duration.ofSeconds(4));
    assertEquals(SendOutcome.failed(), send(message(1)).join());
  }

  private void start() {
    uplink = Uplinks.connected(settings(), told);
  }

  private UplinkSettings settings() {
    return Uplinks.settings(broker.port());
  }

  private CompletableFuture<SendOutcome> send(SignedEnvelope envelope) {
    return Uplinks.send(uplink, envelope);
  }
}
