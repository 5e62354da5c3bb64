package egov.kiosk.uplinkmqtt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.emulator.network.Direction;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.Uplinks;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lines do. */
@Timeout(90)
class LineFaultTest extends BadLine {
  private static final Timing IMPATIENT =
      Timing.FLEET.withProbe(Duration.ofSeconds(1), Duration.ofSeconds(1));

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void captivePortal_isNamed_andLeftWhenItGoes(Protocol protocol) {
    line.portal();
    begin(settings().speaking(protocol, Profile.A));
    patiently()
        .until(() -> told.reasons().stream().anyMatch(reason -> reason.contains("a login page")));
    assertEquals(0, told.connections());
    line.mend();
    patiently().until(() -> told.connections() == 1);
  }

  @Test
  void cutLine_isFoundAtOnce_andComesBack() throws Exception {
    start(settings());
    line.cut();
    patiently().until(() -> told.reasons().contains("connection lost"));
    patiently().until(() -> told.reasons().contains("nothing listens there"));
    line.mend();
    patiently().until(() -> told.connections() == 2);
    assertEquals(SendOutcome.acknowledged(), send(100).get(10, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void halfOpenLine_withAFullWindow_isFoundAndRebuilt(Protocol protocol) throws Exception {
    start(settings().speaking(protocol, Profile.A).withTiming(IMPATIENT).withWindow(MANY));
    line.stall(Direction.UP, Direction.DOWN);
    List<CompletableFuture<SendOutcome>> sent = sendFullWindow(64 * 1024);
    patiently().until(() -> told.reasons().contains("the connection carried nothing"));
    for (CompletableFuture<SendOutcome> one : sent) {
      assertEquals(SendOutcome.failed(), one.get(1, TimeUnit.SECONDS));
    }
    line.mend();
    patiently().until(() -> told.connections() == 2);
    insist(Uplinks.message(64 * 1024));
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void lineThatCarriesOneWayOnly_isFound(Direction dead) {
    start(settings().withTiming(IMPATIENT));
    line.stall(dead);
    patiently().until(() -> told.reasons().contains("the connection carried nothing"));
  }

  @Test
  void forgottenByARouter_isFoundAndRebuilt() {
    start(settings().withTiming(IMPATIENT));
    line.strand();
    patiently().until(() -> told.connections() == 2);
  }

  @Test
  void halfOpenLine_withTheFleetsSettings_isFoundWithinThirtySeconds() {
    start(settings());
    long before = System.nanoTime();
    line.stall(Direction.UP, Direction.DOWN);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> told.reasons().contains("the connection carried nothing"));
    assertTrue(System.nanoTime() - before > Duration.ofSeconds(10).toNanos(), "not hasty either");
  }

  @Test
  void stopOnAHalfOpenLine_isQuick() {
    start(settings().speaking(Protocol.V3_1_1, Profile.A).withWindow(MANY));
    line.stall(Direction.UP, Direction.DOWN);
    sendFullWindow(64 * 1024);
    long before = System.nanoTime();
    uplink.stop(Duration.ofSeconds(20));
    assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5);
  }

  @Test
  void slowLine_isNotMistakenForADeadOne() throws Exception {
    start(
        settings()
            .withTiming(Timing.FLEET.withProbe(Duration.ofSeconds(2), Duration.ofSeconds(2))));
    line.slow(100_000);
    for (CompletableFuture<SendOutcome> one : sendFullWindow(64 * 1024)) {
      assertEquals(SendOutcome.acknowledged(), one.get(30, TimeUnit.SECONDS));
    }
    assertEquals(List.of(), told.reasons());
  }

  @Test
  void lineTooSlowForOurPatience_getsMoreOfIt() {
    start(settings().withTiming(IMPATIENT));
    line.slow(20_000);
    insist(Uplinks.message(64 * 1024));
    assertTrue(told.reasons().contains("the connection carried nothing"));
  }

  @Test
  void brokerKilled_isSurvived() throws Exception {
    start(settings());
    broker.kill();
    patiently().until(() -> told.reasons().size() >= 2);
    broker.run();
    patiently().until(() -> told.connections() == 2);
    assertEquals(SendOutcome.acknowledged(), send(100).get(10, TimeUnit.SECONDS));
  }
}
