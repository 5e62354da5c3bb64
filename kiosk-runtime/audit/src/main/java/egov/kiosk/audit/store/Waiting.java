package egov.kiosk.audit.store;

import egov.kiosk.audit.record.Draft;
import egov.kiosk.domain.audit.AuditUnavailableException;

/** A record on its way to the disk; guarded by the journal's lock. */
final class Waiting {
  final Draft draft;
  boolean done;
  AuditUnavailableException failure;

  Waiting(Draft draft) {
    this.draft = draft;
  }
}
