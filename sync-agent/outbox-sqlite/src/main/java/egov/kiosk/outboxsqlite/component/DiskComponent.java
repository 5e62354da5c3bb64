package egov.kiosk.outboxsqlite.component;

import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doctor's question about the disk, and its free bytes, as a service of its own. */
@Component(service = {HealthCheck.class, Figures.class})
public final class DiskComponent implements HealthCheck, Figures {
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

  @Override
  public Map<String, Number> figures() {
    OptionalLong free = outbox.freeBytes();
    return free.isPresent() ? Map.of("kiosk_disk_free_bytes", free.getAsLong()) : Map.of();
  }
}
