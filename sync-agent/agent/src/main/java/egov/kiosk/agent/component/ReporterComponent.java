package egov.kiosk.agent.component;

import egov.kiosk.agent.statement.IncidentReporter;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.SequenceRange;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reports incidents as long as there are a queue and a sealer. */
@Component(
    immediate = true,
    service = {})
public final class ReporterComponent {
  private final IncidentComponent incidents;
  private final AtomicReference<AuditLog> audit = new AtomicReference<>(AuditLog.NONE);

  @Activate
  public ReporterComponent(
      @Reference StatementSealer sealer,
      @Reference Outbox outbox,
      @Reference IncidentComponent incidents) {
    this.incidents = incidents;
    IncidentReporter reporter = new IncidentReporter(sealer, outbox);
    incidents.pass(
        (at, missing) -> {
          reporter.happened(at, missing);
          audit.get().record(damaged(missing));
        });
  }

  private static AuditEvent damaged(List<SequenceRange> missing) {
    long count = missing.stream().mapToLong(range -> range.last() - range.first() + 1).sum();
    return AuditEvent.of(
            AuditActor.SYSTEM,
            AuditAction.OUTBOX_DAMAGED,
            missing.isEmpty() ? AuditResult.DONE : AuditResult.FAILED)
        .with(AuditAttribute.COUNT, count);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAudit(AuditLog service) {
    audit.set(service);
  }

  void unbindAudit(AuditLog service) {
    audit.compareAndSet(service, AuditLog.NONE);
  }

  @Deactivate
  void deactivate() {
    incidents.pass(null);
  }
}
