package egov.kiosk.uplinkmqtt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.emulator.network.Direction;
import egov.kiosk.emulator.network.FaultProxy;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.Uplinks;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same behind TLS: whose certificate is believed, and lines that die under it. */
@Timeout(90)
class TlsFaultTest extends BadLine {
  private TlsKeys keys;

  @BeforeAll
  void makeKeys(@TempDir Path directory) throws IOException {
    keys = TlsKeys.make(directory);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void halfOpenLine_underTls_isFoundRebuiltAndStopped(Protocol protocol) throws Exception {
    try (TlsFront front = TlsFront.before(broker.port(), keys.only("good"));
        FaultProxy outer = FaultProxy.before(front.port())) {
      start(
          settings(outer.port())
              .speaking(protocol, Profile.A)
              .withWindow(MANY)
              .withTiming(Timing.FLEET.withProbe(Duration.ofSeconds(1), Duration.ofSeconds(1))));
      assertEquals(SendOutcome.acknowledged(), send(100).get(10, TimeUnit.SECONDS));
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

  @ParameterizedTest
  @CsvSource({"old, V5", "future, V5", "old, V3_1_1"})
  void certificateOfAnotherTime_pointsToTheClock(String issued, Protocol protocol)
      throws Exception {
    try (TlsFront front = TlsFront.before(broker.port(), keys.only(issued))) {
      begin(settings(front.port()).speaking(protocol, Profile.A));
      patiently()
          .until(
              () -> told.reasons().stream().anyMatch(reason -> reason.contains("check the clock")));
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void strangersCertificate_isNotBelieved(Protocol protocol) throws Exception {
    try (TlsFront stranger = TlsFront.before(broker.port(), keys.only("stranger"))) {
      begin(settings(stranger.port()).speaking(protocol, Profile.A));
      patiently()
          .until(() -> told.reasons().stream().anyMatch(reason -> reason.contains("not trusted")));
      assertEquals(0, told.connections());
    }
  }

  private UplinkSettings settings(int port) {
    return UplinkSettings.of(BrokerAddress.parse("ssl://127.0.0.1:" + port))
        .withPasswordFile(broker.passwordFile(KIOSK))
        .withLine(LineSettings.of(LineSettings.TLS).trusting(keys.authority()))
        .withBackOff(Uplinks.QUICK);
  }
}
