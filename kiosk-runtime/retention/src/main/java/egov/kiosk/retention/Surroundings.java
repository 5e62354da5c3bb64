package egov.kiosk.retention;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.retention.RetainedStore;
import java.util.List;

/** The rooms around this one, as they are at the moment of the call. Safe for several threads. */
public interface Surroundings {
  /** Whoever keeps something for a number of days. */
  List<RetainedStore> stores();

  AuditLog audit();

  /** Whether a citizen is being served. */
  boolean serving();
}
