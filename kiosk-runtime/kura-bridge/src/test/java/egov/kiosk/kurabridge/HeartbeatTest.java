package egov.kiosk.kurabridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.Test;

/** How the kiosk is, in the framework's own message. */
class HeartbeatTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private static HealthCheck of(Finding finding) {
    return new HealthCheck() {
      @Override
      public String name() {
        return finding.name();
      }

      @Override
      public Finding check(Duration timeout) {
        return finding;
      }
    };
  }

  @Test
  void beat_countsAndNamesWhatIsNotWell() {
    List<KuraPayload> sent = new ArrayList<>();
    List<HealthCheck> checks =
        List.of(
            of(Finding.ok("outbox", "all is well")),
            of(new Finding("printer", Level.WARN, "paper is low", Actor.TECHNICIAN, "bring some")));
    new Heartbeat(() -> NOW)
        .beat(
            checks,
            message -> {
              sent.add(message.getPayload());
              return "1";
            });
    assertEquals(1, sent.size());
    assertEquals(NOW, sent.get(0).getTimestamp().toInstant());
    assertEquals(
        Map.of(
            "finding.printer",
            "WARN: paper is low (TECHNICIAN)",
            "checks.OK",
            1,
            "checks.WARN",
            1,
            "checks.FAIL",
            0),
        sent.get(0).metrics());
  }

  @Test
  void cloudAway_beatGoesOn() {
    int[] tried = {0};
    Heartbeat heartbeat = new Heartbeat(() -> NOW);
    for (int i = 0; i < 3; i++) {
      heartbeat.beat(
          List.of(),
          message -> {
            tried[0]++;
            throw new KuraException();
          });
    }
    assertEquals(3, tried[0]);
  }

  @Test
  void checkThatFailsItself_isTold_andTheOthersAreMade() {
    HealthCheck broken =
        new HealthCheck() {
          @Override
          public String name() {
            return "acceptance";
          }

          @Override
          public Finding check(Duration timeout) {
            throw new NoSuchMethodError("of another version");
          }
        };
    List<KuraPayload> sent = new ArrayList<>();
    new Heartbeat(() -> NOW)
        .beat(
            List.of(broken, of(Finding.ok("outbox", "all is well"))),
            message -> {
              sent.add(message.getPayload());
              return "1";
            });
    assertEquals(
        "FAIL: the check itself failed: NoSuchMethodError (TECHNICIAN)",
        sent.get(0).metrics().get("finding.acceptance"));
    assertEquals(1, sent.get(0).metrics().get("checks.OK"));
  }
}
