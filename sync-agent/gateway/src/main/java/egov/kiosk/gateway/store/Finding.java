package egov.kiosk.gateway.store;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;

/**
 * What was found in a statement of a kiosk. Holds no personal data.
 *
 * @param id the statement's identity
 * @param kioskId whose
 * @param kind what the statement was
 * @param at when it was looked at, by the platform's clock, whole milliseconds
 * @param word the result in one word, e.g. {@code MATCH}
 * @param detail one line for whoever must act, at most 1,000 characters
 */
public record Finding(
    TransactionId id, String kioskId, MessageKind kind, Instant at, String word, String detail) {
  /** The word of a draft that was rescued when a grid worker's tablet was wiped. */
  public static final String RESCUED = "RESCUED";

  /** The word of a household that a grid worker found and no list has yet. */
  public static final String NEW_HOUSEHOLD = "NEW_HOUSEHOLD";

  /** The longest {@link #detail()}. */
  public static final int LONGEST_DETAIL = 1000;

  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    if (!word.matches("[A-Z_]{1,32}") || detail.length() > LONGEST_DETAIL) {
      throw new IllegalArgumentException("a finding is one word in capitals and one short line");
    }
  }
}
