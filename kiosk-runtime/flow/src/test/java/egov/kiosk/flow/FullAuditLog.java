package egov.kiosk.flow;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;

/** An audit log whose budget is used up. */
final class FullAuditLog implements AuditLog {
  @Override
  public boolean accepting() {
    return false;
  }

  @Override
  public void record(AuditEvent event) {
    // Counted, and told by its health check.
  }

  @Override
  public void require(AuditEvent event) throws AuditUnavailableException {
    throw new AuditUnavailableException(AuditUnavailableException.Reason.FULL, "full");
  }
}
