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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes field work off a tablet that is lost (遗失擦除): at the platform's command {@code field-wipe},
 * or when a grid worker's PIN was guessed at until it was locked. What was handed in is in the
 * queue, sealed for the platform alone, and goes when there is a line.
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

  public Wipe(FieldWork work, Supplier<AuditLog> audit) {
    this.work = work;
    this.audit = audit;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    return wipe(AuditActor.PLATFORM, Why.ORDERED)
        ? CommandResult.done("nothing of field work is left; what was handed in is in the queue")
        : CommandResult.failed("the disk refused; it goes on at the next start");
  }

  @Override
  public void lockedOut(StaffRole role) {
    if (role == StaffRole.GRID_WORKER) {
      wipe(AuditActor.SYSTEM, Why.PIN_GUESSED);
    }
  }

  /** Done even when it cannot be recorded: a thief may have filled the log. */
  private boolean wipe(AuditActor actor, Why why) {
    AuditResult result = AuditResult.FAILED;
    try {
      work.wipe();
      result = AuditResult.DONE;
      LOG.warn("field work: everything was taken away, {}", why);
    } catch (FieldException e) {
      LOG.error("field work: a wipe failed and goes on at the next start: {}", e.getMessage());
    }
    audit
        .get()
        .record(
            AuditEvent.of(actor, AuditAction.FIELD_WIPED, result).with(AuditAttribute.REASON, why));
    return result == AuditResult.DONE;
  }
}
