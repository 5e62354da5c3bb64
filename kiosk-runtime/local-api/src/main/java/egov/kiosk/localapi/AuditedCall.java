package egov.kiosk.localapi;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.ParcelRefusedException;

/**
 * Something a technician has the kiosk do: recorded before it is done, and refused if it cannot.
 */
final class AuditedCall {
  private final AuditLog log;

  AuditedCall(AuditLog log) {
    this.log = log;
  }

  /** What is done. */
  interface Call {
    Answer make() throws OutboxException, SealException, ParcelRefusedException;
  }

  /** Records that it begins, does it, and records how it ended. */
  Answer make(AuditAction action, Call call)
      throws AuditUnavailableException, OutboxException, SealException, ParcelRefusedException {
    log.require(AuditEvent.of(AuditActor.TECHNICIAN, action, AuditResult.BEGUN));
    AuditResult result = AuditResult.FAILED;
    try {
      Answer answer = call.make();
      result = answer.status() < 400 ? AuditResult.DONE : AuditResult.REFUSED;
      return answer;
    } catch (ParcelRefusedException e) {
      result = AuditResult.REFUSED;
      throw e;
    } finally {
      log.record(AuditEvent.of(AuditActor.TECHNICIAN, action, result));
    }
  }
}
