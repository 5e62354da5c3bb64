package egov.kiosk.telemetry.component;

import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpLine;
import egov.kiosk.telemetry.HelpReport;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls for help, as long as there is a line. */
@Component(service = HelpLine.class)
public final class HelpLineComponent implements HelpLine {
  private final HelpReport report;

  @Activate
  public HelpLineComponent(@Reference FleetLine line, @Reference EnvelopeSealer sealer) {
    report = new HelpReport(line, sealer.kioskId());
  }

  @Override
  public CompletionStage<Boolean> tell(HelpCall call) {
    return report.tell(call);
  }
}
