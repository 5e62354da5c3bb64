package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import java.util.List;

/** A log that writes down what, how, and the words beside it. */
record ListedAudit(List<String> records) implements AuditLog {
  @Override
  public void record(AuditEvent event) {
    records.add(
        event.action().word()
            + " "
            + event.result().word()
            + " "
            + event.attributes().values().stream()
                .filter(word -> !(word instanceof Long))
                .toList());
  }

  @Override
  public void require(AuditEvent event) {
    record(event);
  }
}
