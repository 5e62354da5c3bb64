package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.LockoutListener;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes field work off a tablet that is lost (遗失擦除): at the platform's command {@code field-wipe},
 * or when a grid worker's PIN was guessed at until it was locked. Nothing collected is lost by it:
 * what was handed in is in the queue, and what was not is sealed for the platform alone first. Only
 * what was altered before, and nobody can read any more, is given up.
 */
public final class Wipe implements CommandHandler, LockoutListener {
  /** How the platform calls it. */
  public static final String NAME = "field-wipe";

  private static final Logger LOG = LoggerFactory.getLogger(Wipe.class);

  /** Why it was wiped. */
  private enum Why {
    ORDERED,
    PIN_GUESSED
  }

  private final FieldWork work;
  private final Supplier<AuditLog> audit;
  private final Executor own;

  /**
   * @param own where sealing and taking away are done when whoever tells of a guessed PIN must not
   *     wait for it
   */
  public Wipe(FieldWork work, Supplier<AuditLog> audit, Executor own) {
    this.work = work;
    this.audit = audit;
    this.own = own;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    return begin(AuditActor.PLATFORM, Why.ORDERED) && goOn(AuditActor.PLATFORM, Why.ORDERED)
        ? CommandResult.done("nothing of field work can be read; the rest goes up sealed")
        : CommandResult.failed("closed to everybody, not all of it is sealed yet; it goes on");
  }

  @Override
  public void lockedOut(StaffRole role) {
    if (role == StaffRole.GRID_WORKER && begin(AuditActor.SYSTEM, Why.PIN_GUESSED)) {
      own.execute(() -> goOn(AuditActor.SYSTEM, Why.PIN_GUESSED));
    }
  }

  private boolean begin(AuditActor actor, Why why) {
    try {
      work.beginWipe();
      LOG.warn("field work: closed, everything is being taken away: {}", why);
      return true;
    } catch (FieldException e) {
      return failed(actor, why, e);
    }
  }

  /** Done even when it cannot be recorded: a thief may have filled the log. */
  private boolean goOn(AuditActor actor, Why why) {
    try {
      boolean over = work.goOnWiping();
      record(actor, why, over ? AuditResult.DONE : AuditResult.FAILED);
      return over;
    } catch (FieldException e) {
      return failed(actor, why, e);
    }
  }

  private boolean failed(AuditActor actor, Why why, FieldException e) {
    LOG.error("field work: a wipe failed and goes on by itself: {}", e.getMessage());
    record(actor, why, AuditResult.FAILED);
    return false;
  }

  private void record(AuditActor actor, Why why, AuditResult result) {
    audit
        .get()
        .record(
            AuditEvent.of(actor, AuditAction.FIELD_WIPED, result).with(AuditAttribute.REASON, why));
  }
}
