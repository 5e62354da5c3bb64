package egov.kiosk.audit.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Receipts that were not believed: one record a reason and minute, with how many there were since
 * the one before, so that whoever sends forged ones does not fill the log. For one thread.
 */
final class Refusals {
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_REASONS = 32;

  private final Map<AuditCode, long[]> last = new HashMap<>();
  private final LongSupplier nanos;

  Refusals(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** One more; what is to be recorded of it. */
  Optional<AuditEvent> one(String reason) {
    AuditCode word = AuditCode.orOther(reason.replace(' ', '-'));
    AuditCode kept = last.size() < MOST_REASONS || last.containsKey(word) ? word : AuditCode.OTHER;
    long now = nanos.getAsLong();
    long[] known = last.computeIfAbsent(kept, any -> new long[] {now - PAUSE, 0});
    known[1]++;
    if (now - known[0] < PAUSE) {
      return Optional.empty();
    }
    AuditEvent event =
        AuditEvent.of(AuditActor.PLATFORM, AuditAction.RECEIPT_REFUSED, AuditResult.REFUSED)
            .with(AuditAttribute.REASON, kept)
            .with(AuditAttribute.COUNT, known[1]);
    known[0] = now;
    known[1] = 0;
    return Optional.of(event);
  }
}
