package egov.kiosk.localapi;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.RepeatedRefusals;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Records requests no screen and no technician's command makes: of a wrong form, from a wrong
 * place, without a token. The code alone; what was sent is in no record.
 */
final class RefusedRequests {
  private static final Set<Integer> HOSTILE = Set.of(400, 401, 403, 405, 413, 415, 421, 422);

  private final RepeatedRefusals refusals =
      new RepeatedRefusals(AuditActor.SYSTEM, AuditAction.REQUEST_REFUSED, System::nanoTime);
  private final Supplier<AuditLog> audit;

  RefusedRequests(Supplier<AuditLog> audit) {
    this.audit = audit;
  }

  /** A request is answered so. */
  void note(Refusal refusal) {
    if (HOSTILE.contains(refusal.status()) && !refusal.equals(Refusal.CROSSED)) {
      refusals.one(refusal.code()).ifPresent(audit.get()::record);
    }
  }
}
