package egov.kiosk.flow;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;

/** A log that keeps what it was told. */
final class ToldAudit implements AuditLog {
  private final List<AuditEvent> events = new ArrayList<>();

  @Override
  public synchronized void record(AuditEvent event) {
    events.add(event);
  }

  @Override
  public void require(AuditEvent event) {
    record(event);
  }

  /** Every record of such an action, as "result attributes". */
  synchronized List<String> of(AuditAction action) {
    return events.stream()
        .filter(event -> event.action() == action)
        .map(event -> event.result().word() + " " + event.attributes().values())
        .toList();
  }
}
