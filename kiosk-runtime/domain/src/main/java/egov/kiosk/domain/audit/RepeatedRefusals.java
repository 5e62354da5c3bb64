package egov.kiosk.domain.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Refusals that anybody can cause as often as he likes: one record a reason and minute, with how
 * many there were since the one before, so that nobody fills the log. The hostile value is never in
 * it. Safe for use by several threads.
 */
public final class RepeatedRefusals {
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_REASONS = 32;

  private final Map<AuditCode, long[]> last = new HashMap<>();
  private final AuditActor actor;
  private final AuditAction action;
  private final LongSupplier nanos;

  /**
   * @param actor whose doing it is
   * @param action what was refused
   * @param nanos what passing time is measured by; never set back
   */
  public RepeatedRefusals(AuditActor actor, AuditAction action, LongSupplier nanos) {
    this.actor = Objects.requireNonNull(actor, "actor");
    this.action = Objects.requireNonNull(action, "action");
    this.nanos = Objects.requireNonNull(nanos, "nanos");
  }

  /**
   * One more; what is to be recorded of it.
   *
   * @param reason a few words of the program's own
   */
  public synchronized Optional<AuditEvent> one(String reason) {
    AuditCode word = AuditCode.orOther(reason.replace(' ', '-'));
    AuditCode kept = last.size() < MOST_REASONS || last.containsKey(word) ? word : AuditCode.OTHER;
    long now = nanos.getAsLong();
    long[] known = last.computeIfAbsent(kept, any -> new long[] {now - PAUSE, 0});
    known[1]++;
    if (now - known[0] < PAUSE) {
      return Optional.empty();
    }
    AuditEvent event =
        AuditEvent.of(actor, action, AuditResult.REFUSED)
            .with(AuditAttribute.REASON, kept)
            .with(AuditAttribute.COUNT, known[1]);
    known[0] = now;
    known[1] = 0;
    return Optional.of(event);
  }
}
