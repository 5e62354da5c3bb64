package egov.kiosk.uplinkmqtt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.emulator.network.Direction;
import egov.kiosk.emulator.network.FaultProxy;
import egov.kiosk.front.Front;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.ScriptedBroker;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.Uplinks;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real broker behind TLS_SM4_GCM_SM3: what is believed, and lines that die under it. */
@Timeout(90)
class NationalFaultTest extends BadLine {
  private NationalKeys keys;
  private NationalKeys foreign;
  private LineSettings kiosk;

  @BeforeAll
  void makeKeys(@TempDir Path directory) throws Exception {
    keys = NationalKeys.make(directory.resolve("ours"));
    foreign = NationalKeys.make(directory.resolve("foreign"));
    kiosk = keys.client(KIOSK);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void halfOpenLine_underNationalTls_isFoundRebuiltAndStopped(Protocol protocol) throws Exception {
    try (Front front = keys.front(broker.port(), -1, 9);
        FaultProxy outer = FaultProxy.before(front.port())) {
      start(
          settings(outer.port())
              .speaking(protocol, Profile.A)
              .withWindow(MANY)
              .withTiming(Timing.FLEET.withProbe(Duration.ofSeconds(1), Duration.ofSeconds(1))));
      assertEquals(SendOutcome.acknowledged(), send(60_000).get(10, TimeUnit.SECONDS));
      assertEquals("TLS_SM4_GCM_SM3", uplink.agreed().orElseThrow().suite());
      outer.stall(Direction.UP, Direction.DOWN);
      sendFullWindow(64 * 1024);
      patiently().until(() -> told.reasons().contains("the connection carried nothing"));
      outer.mend();
      patiently().until(() -> told.connections() == 2);
      outer.stall(Direction.UP, Direction.DOWN);
      sendFullWindow(64 * 1024);
      long before = System.nanoTime();
      uplink.stop(Duration.ofSeconds(20));
      assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5);
    }
  }

  @Test
  void lineThatStallsInTheHandshake_isLeftAndTriedAgain() throws Exception {
    try (Front front = keys.front(broker.port(), -1, 9);
        FaultProxy outer = FaultProxy.before(front.port())) {
      outer.stall(Direction.DOWN);
      begin(
          settings(outer.port())
              .withTiming(Timing.FLEET.withConnectTimeout(Duration.ofSeconds(2))));
      patiently().until(() -> !told.reasons().isEmpty());
      assertTrue(told.reasons().get(0).contains("within 2 s"), told.reasons().get(0));
      outer.mend();
      patiently().until(() -> told.connections() == 1);
    }
  }

  @Test
  void certificatesOfAnotherTime_pointToTheClock() throws Exception {
    for (int[] days : new int[][] {{-20, -10}, {400, 410}}) {
      try (Front front = keys.front(broker.port(), days[0], days[1])) {
        assertTrouble(settings(front.port()), "check the clock");
      }
    }
  }

  @Test
  void strangersFront_isNotBelieved() throws Exception {
    try (Front front = foreign.front(broker.port(), -1, 9)) {
      assertTrouble(settings(front.port()), "not trusted");
    }
  }

  @Test
  void frontOfAnotherName_isNotBelieved() throws Exception {
    try (Front front = keys.front(broker.port(), -1, 9)) {
      assertTrouble(
          secured(BrokerAddress.parse("ssl://localhost:" + front.port())), "not for localhost");
    }
  }

  @Test
  void strangersCertificate_isRefusedByTheFrontAndSaidHere() throws Exception {
    LineSettings mixed = foreign.client(KIOSK).trusting(kiosk.trustFile().orElseThrow());
    try (Front front = keys.front(broker.port(), -1, 9)) {
      assertTrouble(settings(front.port()).withLine(mixed), "does not know who issued");
    }
  }

  @Test
  void anotherKiosksCertificate_doesNotOpenThisOnesSession() throws Exception {
    try (Front front = keys.front(broker.port(), -1, 9)) {
      begin(settings(front.port()).withLine(keys.client("zj-hz-000999")));
      patiently().until(() -> told.reasons().size() > 1);
      assertEquals(0, told.connections());
    }
  }

  @Test
  void plainBroker_isNoSecuredOne() throws Exception {
    begin(settings(broker.port()));
    patiently().until(() -> !told.reasons().isEmpty());
    assertEquals(0, told.connections());
  }

  @Test
  void packetClaimingAQuarterGigabyte_underTls_endsTheConnectionOnly() throws Exception {
    ScriptedBroker hostile = new ScriptedBroker();
    try (Front front = keys.front(hostile.port(), -1, 9)) {
      start(settings(front.port()));
      hostile.sendRaw(new byte[] {0x30, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, 0, 1, 'x'});
      patiently().until(() -> told.connections() == 2);
    } finally {
      hostile.close();
    }
  }

  private void assertTrouble(UplinkSettings settings, String said) {
    begin(settings);
    patiently().until(() -> told.reasons().stream().anyMatch(reason -> reason.contains(said)));
    assertEquals(0, told.connections());
    uplink.stop(Duration.ofSeconds(4));
  }

  private UplinkSettings settings(int port) {
    return secured(BrokerAddress.parse("ssl://127.0.0.1:" + port));
  }

  private UplinkSettings secured(BrokerAddress address) {
    return UplinkSettings.of(address)
        .withPasswordFile(broker.passwordFile(KIOSK))
        .withLine(kiosk)
        .withBackOff(Uplinks.QUICK);
  }
}
