package egov.kiosk.agent.component;

import egov.kiosk.agent.statement.IncidentReporter;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Reports incidents as long as there are a queue and a sealer. */
@Component(
    immediate = true,
    service = {})
public final class ReporterComponent {
  private final IncidentComponent incidents;

  @Activate
  public ReporterComponent(
      @Reference StatementSealer sealer,
      @Reference Outbox outbox,
      @Reference IncidentComponent incidents) {
    this.incidents = incidents;
    incidents.pass(new IncidentReporter(sealer, outbox));
  }

  @Deactivate
  void deactivate() {
    incidents.pass(null);
  }
}
