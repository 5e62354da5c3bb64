package egov.kiosk.agent.statement;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.SettlementListener;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The platform's time as its receipts tell it: at least what the newest receipt says, and what has
 * passed since. Never ahead of the platform's clock, whatever this kiosk's clock shows. Safe for
 * use by several threads.
 */
public final class PlatformTime implements SettlementListener {
  private final LongSupplier nanos;
  private Instant issuedAt;
  private long heardAt;

  /**
   * Knows nothing at first.
   *
   * @param nanos what waiting is measured by; never set back
   */
  public PlatformTime(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public synchronized void settled(PlatformReceipt receipt) {
    Optional<Instant> now = now();
    if (now.isEmpty() || receipt.issuedAt().isAfter(now.get())) {
      issuedAt = receipt.issuedAt();
      heardAt = nanos.getAsLong();
    }
  }

  /** Not later than the platform's clock shows now; empty before the first receipt. */
  public synchronized Optional<Instant> now() {
    return issuedAt == null
        ? Optional.empty()
        : Optional.of(issuedAt.plusNanos(nanos.getAsLong() - heardAt));
  }
}
