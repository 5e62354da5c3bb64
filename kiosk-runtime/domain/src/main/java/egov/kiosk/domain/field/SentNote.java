package egov.kiosk.domain.field;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the worker remembers of something that was handed in.
 *
 * @param id the transaction
 * @param kind what it was
 * @param badge whose it was
 * @param title how the worker knows it; personal data
 * @param number its provisional number
 * @param at when it was handed in
 * @param pieces identities of the attachments that went with it
 */
public record SentNote(
    TransactionId id,
    DraftKind kind,
    Badge badge,
    String title,
    LocalNumber number,
    Instant at,
    List<TransactionId> pieces) {
  public SentNote {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(badge, "badge");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(at, "at");
    pieces = List.copyOf(pieces);
  }

  @Override
  public String toString() {
    return "SentNote[" + id + " " + kind + "]";
  }
}
