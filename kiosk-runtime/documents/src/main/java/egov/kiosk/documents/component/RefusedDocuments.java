package egov.kiosk.documents.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.RepeatedRefusals;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.Verdict;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Records documents that are not what they should be, by verdict alone: whatever a forger wrote
 * into one is in no record. Safe for use by several threads.
 */
final class RefusedDocuments {
  private final AtomicReference<AuditLog> audit = new AtomicReference<>(AuditLog.NONE);
  private final RepeatedRefusals refusals;

  RefusedDocuments(LongSupplier nanos) {
    refusals = new RepeatedRefusals(AuditActor.SYSTEM, AuditAction.DOCUMENT_REFUSED, nanos);
  }

  /** From now on tells this log. */
  void tell(AuditLog log) {
    audit.set(log);
  }

  /** Stops telling it. */
  void leave(AuditLog log) {
    audit.compareAndSet(log, AuditLog.NONE);
  }

  /** A document was examined. */
  DocumentCheck note(DocumentCheck check) {
    if (check.verdict() != Verdict.VALID) {
      refusals.one(check.verdict().name()).ifPresent(audit.get()::record);
    }
    return check;
  }
}
