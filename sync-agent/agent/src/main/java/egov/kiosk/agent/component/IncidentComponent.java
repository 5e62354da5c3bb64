package egov.kiosk.agent.component;

import egov.kiosk.domain.outbox.IncidentListener;
import egov.kiosk.domain.outbox.SequenceRange;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Listens to what befalls the queue. A component of its own that needs nobody: the queue looks for
 * listeners while it starts, and services that need each other cannot start.
 */
@Component(service = {IncidentComponent.class, IncidentListener.class})
public final class IncidentComponent implements IncidentListener {
  private volatile IncidentListener reporter;

  /** From now on this one reports; null for nobody. */
  void pass(IncidentListener to) {
    reporter = to;
  }

  @Override
  public void happened(Instant at, List<SequenceRange> missing) {
    IncidentListener ready = reporter;
    if (ready == null) {
      throw new IllegalStateException("queue and sealer are not ready yet");
    }
    ready.happened(at, missing);
  }
}
