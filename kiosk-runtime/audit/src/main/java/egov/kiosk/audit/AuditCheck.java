package egov.kiosk.audit;

import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Whether the audit log is written, whole, signed and has room. */
public final class AuditCheck implements HealthCheck {
  private static final String NAME = "audit";
  private static final int ALMOST = 80;
  private static final Duration SETTLING = Duration.ofMinutes(1);

  private final AuditTrail trail;

  public AuditCheck(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    Optional<AuditUnavailableException> trouble = trail.journal().trouble();
    if (trouble.isPresent()) {
      boolean full = trouble.get().reason() == AuditUnavailableException.Reason.FULL;
      return fail(
          trouble.get().getMessage() + ", " + trail.journal().lost() + " events are missing",
          full
              ? "make room: kiosk audit export, then the oldest records may go; look at the disk"
              : "look at the disk; security administration is refused until then");
    }
    if (trail.journal().damaged()) {
      return fail(
          "records of the audit log are missing or altered",
          "keep the disk as evidence, run kiosk audit verify, tell the security officer");
    }
    return warnings();
  }

  private Finding warnings() {
    int percent = Math.toIntExact(100 * trail.journal().used() / trail.log().budgetBytes());
    if (percent >= ALMOST) {
      return warn(
          "the audit log takes " + percent + " % of its budget",
          "run kiosk audit export, or give audit.budgetMegabytes more");
    }
    if (moved()) {
      return warn("the clock was moved; the audit log says when", "check the clock and its source");
    }
    String unsigned = trail.checkpoints().problem();
    if (!unsigned.isEmpty() && trail.running().compareTo(SETTLING) > 0) {
      return warn(
          "no head of the audit log can be signed: " + unsigned, "see the finding certificate");
    }
    if (!trail.failure().isEmpty()) {
      return warn("the audit log is not looked after: " + trail.failure(), "look at the disk");
    }
    return Finding.ok(
        NAME, trail.journal().end().sequence() + " records, " + percent + " % of the budget");
  }

  private boolean moved() {
    try {
      return trail.journal().clockMoved();
    } catch (IOException e) {
      return false;
    }
  }

  private static Finding warn(String what, String advice) {
    return new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, advice);
  }

  private static Finding fail(String what, String advice) {
    return new Finding(NAME, Level.FAIL, what, Actor.TECHNICIAN, advice);
  }
}
