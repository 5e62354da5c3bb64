package egov.kiosk.retention;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether what is over its time is destroyed. */
public final class RetentionCheck implements HealthCheck {
  private static final String NAME = "retention";
  private static final Duration LATE = Duration.ofDays(3);

  private final DailyRetention retention;

  public RetentionCheck(DailyRetention retention) {
    this.retention = retention;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    if (!retention.problem().isEmpty()) {
      return warn(retention.problem(), "look at the disk and at the finding it names");
    }
    Optional<Instant> now = retention.now();
    Optional<Instant> ran = retention.ran();
    if (now.isPresent() && ran.isPresent() && now.get().isAfter(ran.get().plus(LATE))) {
      return warn(
          "nothing was destroyed since " + ran.get(), "let the kiosk be idle for a few minutes");
    }
    return Finding.ok(
        NAME,
        ran.map(at -> "last run " + at)
            .orElse("no run yet; it waits for the platform to say what time it is"));
  }

  private static Finding warn(String what, String advice) {
    return new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, advice);
  }
}
