package egov.kiosk.link.known;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Whether every device that answers is the accepted one; otherwise an alarm. */
public final class KnownDevicesCheck implements HealthCheck {
  /** The check's name. */
  public static final String NAME = "known-devices";

  private final KnownDevicesFile known;

  public KnownDevicesCheck(KnownDevicesFile known) {
    this.known = Objects.requireNonNull(known, "known");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    Optional<String> problem = known.problem();
    if (problem.isPresent()) {
      return fail(
          problem.get(), "look at every device, then accept each: kiosk device accept NAME");
    }
    TreeSet<String> exchanged = new TreeSet<>(known.strangers().keySet());
    if (!exchanged.isEmpty()) {
      return fail(
          "another device than the accepted one answers: " + String.join(", ", exchanged),
          "find out who exchanged it; put the right one back, or: kiosk device accept "
              + exchanged.first());
    }
    return Finding.ok(NAME, known.list().size() + " devices are the accepted ones");
  }

  private static Finding fail(String what, String advice) {
    return new Finding(NAME, Level.FAIL, what, Actor.TECHNICIAN, advice);
  }
}
