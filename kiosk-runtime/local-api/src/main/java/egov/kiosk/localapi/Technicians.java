package egov.kiosk.localapi;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.Outbox;
import java.util.List;
import java.util.Optional;

/** What a technician may ask; any of it may not be there while the runtime starts or stops. */
public interface Technicians {
  /** The queue. */
  Optional<Outbox> outbox();

  /** Takes the queue out and others' in. */
  Optional<Courier> courier();

  /** Where what technicians do is recorded. */
  default AuditLog audit() {
    return AuditLog.NONE;
  }

  /** Runs every health check, in order of name. */
  List<Finding> findings();
}
