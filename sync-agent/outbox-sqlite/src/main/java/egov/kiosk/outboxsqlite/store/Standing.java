package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.outbox.DeliveryState;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a row's message stands, in the file's own types.
 *
 * @param state the name of a {@link DeliveryState}, if nobody edited it
 * @param retries how often a technician made it pending again
 * @param settledAt when it was settled, milliseconds of this kiosk's clock
 * @param issuedAt when the receipt that settled it was issued, milliseconds of the platform's clock
 * @param number the official number
 * @param reason why it was given up
 */
public record Standing(
    String state,
    long retries,
    Optional<Long> settledAt,
    Optional<Long> issuedAt,
    Optional<String> number,
    Optional<String> reason) {
  /** A message no receipt has spoken of yet. */
  static final Standing NEW = waiting(0);

  private static Standing waiting(long retries) {
    return new Standing(
        DeliveryState.PENDING.name(),
        retries,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** As the receipt says. */
  Standing settled(PlatformReceipt receipt, Instant now) {
    boolean accepted = receipt.outcome() == Outcome.ACCEPTED;
    return new Standing(
        (accepted ? DeliveryState.DELIVERED : DeliveryState.DEAD_LETTER).name(),
        retries,
        Optional.of(now.toEpochMilli()),
        Optional.of(receipt.issuedAt().toEpochMilli()),
        accepted ? receipt.acceptanceNumber() : Optional.empty(),
        accepted ? Optional.empty() : Optional.of(receipt.reason().orElse("REJECTED")));
  }

  /** Given up without a receipt. */
  Standing givenUp(String why, Instant now) {
    return new Standing(
        DeliveryState.DEAD_LETTER.name(),
        retries,
        Optional.of(now.toEpochMilli()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(why));
  }

  /** Pending again because a technician said so. */
  Standing retried() {
    return waiting(retries + 1);
  }

  /** As it was before anything settled it. */
  Standing unsettled() {
    return waiting(retries);
  }

  /** The same without the platform's words. */
  Standing stripped() {
    return new Standing(state, retries, settledAt, issuedAt, Optional.empty(), Optional.empty());
  }

  boolean is(DeliveryState wanted) {
    return state.equals(wanted.name());
  }

  /** Whether rows of files without labels, receipt times and retries could stand like this. */
  boolean isPlain() {
    return retries == 0 && issuedAt.isEmpty();
  }
}
