package egov.kiosk.uplinkmqtt;

import static egov.kiosk.uplinkmqtt.Uplinks.message;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A broker that answers pings and nothing else. */
@Timeout(60)
class StuckBrokerTest {
  private static final Timing IMPATIENT =
      Timing.FLEET.withProbe(Duration.ofSeconds(1), Duration.ofSeconds(1));

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
  void defaults_findItWithinThirtySeconds() {
    Timing fleet = Timing.FLEET;
    assertTrue(fleet.probeIdle().plus(fleet.probeAnswer()).toSeconds() <= 28);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void idleLink_thatCarriesNothing_isMadeAnew(Protocol protocol) {
    start(protocol);
    broker.mute(true);
    await().until(() -> told.reasons().contains("the connection carried nothing"));
    broker.mute(false);
    await().until(() -> told.connections() == 2);
  }

  @Test
  void messageNeverAcknowledged_isGivenBackAndTheLinkMadeAnew() throws Exception {
    start(Protocol.V5);
    broker.mute(true);
    CompletableFuture<SendOutcome> sent = Uplinks.send(uplink, message(100));
    assertEquals(SendOutcome.failed(), sent.get(10, TimeUnit.SECONDS));
  }

  @Test
  void idleLink_thatWorks_isAskedAndStays() {
    start(Protocol.V5);
    await()
        .until(
            () ->
                broker.topics().stream().filter(topic -> topic.endsWith("/up/probe")).count() >= 3);
    assertEquals(1, told.connections());
    assertEquals(0, told.reasons().size());
  }

  private void start(Protocol protocol) {
    uplink =
        Uplinks.connected(
            Uplinks.settings(broker.port()).speaking(protocol, Profile.A).withTiming(IMPATIENT),
            told);
  }
}
