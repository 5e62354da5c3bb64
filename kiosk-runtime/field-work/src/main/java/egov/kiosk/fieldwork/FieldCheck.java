package egov.kiosk.fieldwork;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;

/** Whether field work can be kept and read. */
public final class FieldCheck implements HealthCheck {
  private static final String NAME = "field-work";
  private final FieldWork work;

  public FieldCheck(FieldWork work) {
    this.work = work;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      int damaged = work.damaged();
      int rescued = work.rescued();
      if (work.wiping()) {
        return warn("a wipe waits for the kiosk's keys", "look at the kiosk's keys");
      }
      if (rescued > 0) {
        return warn(
            rescued + " rescued drafts wait for the queue",
            "look at queue and attachments; connect the tablet");
      }
      return damaged == 0
          ? Finding.ok(NAME, "everything kept can be read")
          : fail(damaged + " kept things were altered and cannot be read");
    } catch (FieldException e) {
      return fail(String.valueOf(e.getMessage()));
    }
  }

  private static Finding warn(String what, String advice) {
    return new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, advice);
  }

  private static Finding fail(String what) {
    return new Finding(
        NAME,
        Level.FAIL,
        what,
        Actor.TECHNICIAN,
        "look at the disk and at rest-keys; what was handed in is not touched by this");
  }
}
