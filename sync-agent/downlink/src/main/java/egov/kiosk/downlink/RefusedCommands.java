package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.RepeatedRefusals;
import egov.kiosk.domain.fleet.Order;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which commands were refused lately. Whoever holds the broker can play an old command as often as
 * he likes: its first refusal is a record of its own, all others are counted, one record a reason
 * and minute. For one thread.
 */
final class RefusedCommands {
  private static final int MOST = 1024;

  private final Set<String> lately = new LinkedHashSet<>();
  private final RepeatedRefusals repeated;

  /**
   * @param nanos what passing time is measured by; never set back
   */
  RefusedCommands(LongSupplier nanos) {
    repeated = new RepeatedRefusals(AuditActor.PLATFORM, AuditAction.ORDER, nanos);
  }

  /** Whether this command has not been refused lately; it has from now on. */
  boolean first(Order.Command order) {
    boolean first = lately.add(order.id());
    if (lately.size() > MOST) {
      Iterator<String> oldest = lately.iterator();
      oldest.next();
      oldest.remove();
    }
    return first;
  }

  /** What the audit log is told of a refusal, if anything. */
  Optional<AuditEvent> event(Order.Command order, boolean first, String reason) {
    return first
        ? Optional.of(OrderRecord.of(order.id(), order.name(), AuditResult.REFUSED, reason))
        : repeated.one(reason);
  }
}
