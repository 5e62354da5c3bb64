package egov.kiosk.outboxsqlite.component;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doctor's question about the disk as a service of its own. */
@Component(service = HealthCheck.class)
public final class DiskComponent implements HealthCheck {
  private final OutboxComponent outbox;

  @Activate
  public DiskComponent(@Reference OutboxComponent outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Finding check(Duration timeout) {
    return outbox.diskFinding(timeout);
  }
}
