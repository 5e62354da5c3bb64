package egov.kiosk.telemetry;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks all health checks, each as often as it is worth it; in between its last finding stands. For
 * one thread.
 */
final class Rounds {
  private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(4);

  private Map<HealthCheck, Seen> before = new IdentityHashMap<>();

  /** What was found, and when. */
  private record Seen(Finding finding, long at) {}

  List<Finding> ask(Iterable<HealthCheck> checks, long now) {
    Map<HealthCheck, Seen> seen = new IdentityHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (HealthCheck check : checks) {
      Seen last = before.get(check);
      boolean fresh = last != null && now - last.at() < check.keeps().toNanos();
      Seen one = fresh ? last : new Seen(check.check(CHECK_TIMEOUT), now);
      seen.put(check, one);
      findings.add(one.finding());
    }
    before = seen;
    return findings;
  }
}
