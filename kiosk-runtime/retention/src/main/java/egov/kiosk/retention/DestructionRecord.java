package egov.kiosk.retention;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The destruction record (销毁记录): by which rule, what kind of data, how many, from which day to
 * which; never what it was.
 */
final class DestructionRecord {
  private DestructionRecord() {}

  static AuditEvent of(AuditActor actor, AuditResult result, Holding holding, Due due) {
    AuditEvent event =
        AuditEvent.of(actor, AuditAction.DATA_DESTROYED, result)
            .touching(holding.dataClass())
            .with(AuditAttribute.COMPONENT, new AuditCode(name(holding)))
            .with(AuditAttribute.RULE, new AuditCode(holding.rule()))
            .with(AuditAttribute.COUNT, due.count());
    return due.count() == 0
        ? event
        : event
            .with(AuditAttribute.FROM, day(due.oldest().get()))
            .with(AuditAttribute.TO, day(due.newest().get()));
  }

  private static String name(Holding holding) {
    return holding.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static AuditCode day(Instant at) {
    return AuditCode.orOther(at.atOffset(ZoneOffset.UTC).toLocalDate().toString());
  }
}
