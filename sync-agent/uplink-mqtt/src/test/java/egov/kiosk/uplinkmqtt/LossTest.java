package egov.kiosk.uplinkmqtt;

import static egov.kiosk.uplinkmqtt.Uplinks.KIOSK;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.Protocol;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that end, or do not begin. */
@Timeout(30)
class LossTest {
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
    broker.connectAnswer(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD);
    uplink = new MqttUplink(KIOSK, settings());
    uplink.start(told);
    await()
        .until(() -> told.reasons().stream().anyMatch(reason -> reason.contains("password file")));
    broker.connectAnswer(MqttConnectReturnCode.CONNECTION_ACCEPTED);
    await().until(() -> told.connections() == 1);
  }

  @Test
  void brokerThatNeverAnswers_isGivenUpAndTriedAgain() {
    broker.answerConnect(false);
    UplinkSettings impatient =
        settings().withTiming(Timing.FLEET.withConnectTimeout(Duration.ofSeconds(1)));
    uplink = new MqttUplink(KIOSK, impatient);
    uplink.start(told);
    await().until(() -> told.reasons().contains("no answer within 1 s"));
    broker.answerConnect(true);
    await().until(() -> told.connections() == 1);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void stop_saysGoodbyeAndEndsEveryThread(Protocol protocol) {
    // Threads are told apart by the name of a kiosk no other test has.
    String kiosk = "zj-stop-" + protocol.ordinal();
    uplink = new MqttUplink(kiosk, settings().speaking(protocol, Profile.A));
    uplink.start(told);
    await().until(() -> told.connections() == 1);
    uplink.stop(Duration.ofSeconds(4));
    await().until(() -> broker.packets().contains(MqttMessageType.DISCONNECT));
    long farewells =
        broker.topics().stream().filter(topic -> topic.endsWith("/state/link")).count();
    assertEquals(2, farewells, "once on, once off");
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().contains(kiosk)));
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
            settings()
                .withBackOff(
                    new BackOff.Limits(
                        Duration.ofSeconds(60), Duration.ofSeconds(60), 1, Duration.ofSeconds(1))));
    uplink.start(told);
    await().until(() -> !told.reasons().isEmpty());
    long before = System.nanoTime();
    uplink.stop(Duration.ofSeconds(20));
    assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5);
  }

  @ParameterizedTest
  @EnumSource(
      value = MqttConnectReturnCode.class,
      names = {
        "CONNECTION_REFUSED_QUOTA_EXCEEDED",
        "CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED",
        "CONNECTION_REFUSED_SERVER_UNAVAILABLE_5",
        "CONNECTION_REFUSED_SERVER_BUSY"
      })
  void overloadedBroker_isLeftAloneForTheLongestPause(MqttConnectReturnCode code) {
    overloaded(code, Protocol.V5);
  }

  @Test
  void overloadedBrokerOfTheOldVersion_isLeftAloneToo() {
    overloaded(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE, Protocol.V3_1_1);
  }

  private void overloaded(MqttConnectReturnCode code, Protocol protocol) {
    broker.connectAnswer(code);
    uplink =
        new MqttUplink(
            KIOSK,
            settings()
                .speaking(protocol, Profile.A)
                .withBackOff(
                    new BackOff.Limits(
                        Duration.ofMillis(10), Duration.ofSeconds(120), 3, Duration.ofSeconds(1))));
    uplink.start(told);
    await()
        .until(() -> told.reasons().stream().anyMatch(reason -> reason.contains("too much to do")));
    await().during(Duration.ofMillis(700)).until(() -> broker.connects().size() == 1);
  }

  @Test
  void firstConnect_isMadeAtARandomMomentWithinTheSpan() {
    uplink =
        new MqttUplink(
            KIOSK, settings().withTiming(Timing.FLEET.withFirstWithin(Duration.ofHours(10))));
    uplink.start(told);
    await().during(Duration.ofMillis(700)).until(() -> broker.connects().isEmpty());
  }

  private void start() {
    uplink = Uplinks.connected(settings(), told);
  }

  private UplinkSettings settings() {
    return Uplinks.settings(broker.port());
  }
}
