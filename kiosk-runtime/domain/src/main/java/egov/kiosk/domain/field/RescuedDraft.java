package egov.kiosk.domain.field;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.List;
import java.util.Objects;

/**
 * A draft that was not handed in when its tablet was wiped, as a message that only the platform can
 * open (抢救草稿). It waits here until the queue has taken it.
 *
 * @param envelope the message; its identity is the draft's
 * @param pieces what goes beside it, encrypted under a key that is in the message alone
 */
public record RescuedDraft(SignedEnvelope envelope, List<Part> pieces) {
  /**
   * Something that goes beside it.
   *
   * @param id the identity of the attachment it becomes
   * @param name its name in the message
   */
  public record Part(TransactionId id, String name) {
    public Part {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
    }
  }

  public RescuedDraft {
    Objects.requireNonNull(envelope, "envelope");
    pieces = List.copyOf(pieces);
  }
}
