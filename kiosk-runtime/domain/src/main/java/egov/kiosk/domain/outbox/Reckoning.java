package egov.kiosk.domain.outbox;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The queue's books at one moment, closed for one day (对账). {@code created = settled + pending +
 * deadLetter + missing}; anything missing was lost to a damaged file and is named in an incident.
 *
 * @param day the day, UTC, counted by the times in the platform's receipts
 * @param created how many messages were ever queued here
 * @param settled how many the platform has
 * @param pending how many wait
 * @param deadLetter how many the platform refused
 * @param missing how many are in none of these
 * @param settledThatDay how many receipts were issued on that day, of those settled
 * @param settledSm3 SM3 over the ids of these, sorted, each followed by a line feed; 64 hexadecimal
 *     digits in lower case
 */
public record Reckoning(
    LocalDate day,
    long created,
    long settled,
    long pending,
    long deadLetter,
    long missing,
    long settledThatDay,
    String settledSm3) {
  public Reckoning {
    Objects.requireNonNull(day, "day");
    if (created != settled + pending + deadLetter + missing) {
      throw new IllegalArgumentException("the books do not balance");
    }
    if (!settledSm3.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("settledSm3 has 64 hexadecimal digits in lower case");
    }
  }
}
