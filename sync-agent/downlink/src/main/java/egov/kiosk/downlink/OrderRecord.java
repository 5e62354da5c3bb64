package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;

/** What became of an order, as the audit log is told. */
final class OrderRecord {
  private OrderRecord() {}

  /** An order that describes how the kiosk should be. */
  static AuditEvent of(String order, long revision, AuditResult result, String reason) {
    return because(of(order, result).with(AuditAttribute.REVISION, revision), reason);
  }

  /** A command. */
  static AuditEvent of(String id, String name, AuditResult result, String reason) {
    return because(of(name, result).about(AuditSubject.order(id)), reason);
  }

  private static AuditEvent of(String what, AuditResult result) {
    return AuditEvent.of(AuditActor.PLATFORM, AuditAction.ORDER, result)
        .with(AuditAttribute.COMMAND, AuditCode.orOther(what));
  }

  private static AuditEvent because(AuditEvent event, String reason) {
    return reason.isEmpty() ? event : event.with(AuditAttribute.REASON, AuditCode.orOther(reason));
  }
}
