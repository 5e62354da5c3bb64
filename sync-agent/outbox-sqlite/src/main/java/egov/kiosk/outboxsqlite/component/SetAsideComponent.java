package egov.kiosk.outboxsqlite.component;

import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import java.io.IOException;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Damaged files beside the queue that is open at the moment. */
@Component(service = RetainedStore.class)
public final class SetAsideComponent implements RetainedStore {
  private final OutboxComponent outbox;

  @Activate
  public SetAsideComponent(@Reference OutboxComponent outbox) {
    this.outbox = outbox;
  }

  @Override
  public Holding holding() {
    return Holding.QUEUE_SET_ASIDE;
  }

  @Override
  public Due due(Instant before) throws IOException {
    return outbox.retained(holding()).due(before);
  }

  @Override
  public Due destroy(Instant before, int limit) throws IOException {
    return outbox.retained(holding()).destroy(before, limit);
  }
}
