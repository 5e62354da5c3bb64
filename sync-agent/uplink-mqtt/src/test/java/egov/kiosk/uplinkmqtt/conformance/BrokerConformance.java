package egov.kiosk.uplinkmqtt.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.Uplinks;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What a kiosk needs of a broker, all of it: extend this with a broker, a protocol and a profile.
 */
public abstract class BrokerConformance extends SessionConformance {
  private static final int MANY = 300;

  @Test
  void manyMessages_withAFullWindow_allArrive() throws Exception {
    MqttUplink uplink = uplink(new Told());
    Deque<CompletableFuture<SendOutcome>> flying = new ArrayDeque<>();
    Set<String> sent = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      while (flying.size() >= uplink.window()) {
        assertEquals(SendOutcome.acknowledged(), flying.remove().get(10, TimeUnit.SECONDS));
      }
      String text = "message " + i;
      sent.add(text);
      flying.add(Uplinks.send(uplink, envelope(text.getBytes(StandardCharsets.UTF_8))));
    }
    for (CompletableFuture<SendOutcome> last : flying) {
      assertEquals(SendOutcome.acknowledged(), last.get(10, TimeUnit.SECONDS));
    }
    String topic = topic(kiosk(), "up/tx/item");
    patiently().until(() -> platform().heard(topic).size() >= MANY);
    assertEquals(sent, new HashSet<>(platform().heard(topic)));
  }

  @Test
  void largestMessage_arrives_largerIsNotSent() throws Exception {
    Told told = new Told();
    MqttUplink uplink = uplink(told);
    int most = uplink.maxMessageBytes();
    assertEquals(64 * 1024, most);
    assertEquals(SendOutcome.failed(), send(uplink, "x".repeat(most + 1)));
    assertEquals(SendOutcome.acknowledged(), send(uplink, "x".repeat(most)));
    patiently()
        .until(() -> platform().heard(topic(kiosk(), "up/tx/item")).contains("x".repeat(most)));
    assertEquals(1, told.connections());
  }

  @Test
  void largestOrder_arrives() throws Exception {
    int bytes = profile() == Profile.A ? 256 * 1024 : 64 * 1024;
    Orders orders = new Orders();
    Told told = new Told();
    uplink(told).add(orders);
    tell(Publication.of(topic(kiosk(), "desired/cat"), new byte[bytes]));
    patiently().until(() -> orders.largest() == bytes);
    assertEquals(1, told.connections());
  }

  @Test
  void everyChannel_reachesThePlatform() throws Exception {
    MqttUplink uplink = uplink(new Told());
    for (UpChannel channel : UpChannel.values()) {
      byte[] payload = channel.name().getBytes(StandardCharsets.US_ASCII);
      assertTrue(
          uplink.send(channel, payload).toCompletableFuture().get(10, TimeUnit.SECONDS),
          channel::name);
    }
    for (String end : new String[] {"alm", "aud", "met", "cmdr", "att"}) {
      patiently().until(() -> platform().heard(topic(kiosk(), "up/" + end)).size() == 1);
    }
    patiently().until(() -> platform().heard(topic(kiosk(), "up/evt")).contains("EVENT"));
    patiently().until(() -> platform().heard(topic(kiosk(), "state/shadow")).size() == 1);
  }

  @Test
  void idleLink_isProbedWithoutHarm() {
    Told told = new Told();
    uplink(
        settings(kiosk())
            .withTiming(Timing.FLEET.withProbe(Duration.ofSeconds(1), Duration.ofSeconds(1))),
        kiosk(),
        told);
    patiently().during(Duration.ofSeconds(4)).until(() -> told.reasons().isEmpty());
  }
}
