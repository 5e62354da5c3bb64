package egov.kiosk.integrity;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.health.SafeMode;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the consequences of a check. An altered program serves nobody: the kiosk goes into safe
 * mode, which keeps the queue and lasts until a technician ends it. Safe for use by several
 * threads.
 */
public final class ProgramWatch {
  /** The health check's name. */
  public static final String NAME = "program-files";

  private static final Logger LOG = LoggerFactory.getLogger(ProgramWatch.class);

  private Verdict last;
  private SafeMode safeMode;
  private AuditLog audit = AuditLog.NONE;
  private boolean entered;

  /** Takes the safe mode, or null when there is none at the moment. */
  public synchronized void safeMode(SafeMode offered) {
    safeMode = offered;
    act();
  }

  /** Takes the audit log. */
  public synchronized void audit(AuditLog log) {
    audit = log;
  }

  /** Takes what a check found. */
  public synchronized void saw(Verdict verdict) {
    boolean news = last == null || !last.equals(verdict);
    last = verdict;
    entered &= !verdict.whole();
    if (!verdict.whole() && news) {
      LOG.error(
          "integrity: the program is not as it was released: {}; the kiosk serves nobody, its queue"
              + " is kept; a technician installs the package again and looks who was at the machine",
          verdict.sentence());
      audit.record(
          AuditEvent.of(AuditActor.SYSTEM, AuditAction.PROGRAM_ALTERED, AuditResult.FAILED)
              .with(AuditAttribute.COUNT, verdict.count()));
    } else if (news) {
      LOG.info("integrity: {}", verdict.sentence());
    }
    act();
  }

  private void act() {
    if (last == null || last.whole() || safeMode == null || entered) {
      return;
    }
    safeMode.enter("program files are not as they were released: " + last.count());
    entered = true;
  }

  /** What the last check found, if there was one. */
  public synchronized Optional<Verdict> last() {
    return Optional.ofNullable(last);
  }

  /** A verdict for a technician. */
  public static Finding finding(Verdict verdict) {
    return verdict.whole()
        ? Finding.ok(NAME, verdict.sentence())
        : new Finding(
            NAME,
            Level.FAIL,
            "the program is not as it was released: " + verdict.sentence(),
            Actor.TECHNICIAN,
            "install the package again, look who was at the machine, then end the safe mode");
  }
}
