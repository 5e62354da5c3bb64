package egov.kiosk.contract;

import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Objects;

/** The reason for a low rating that came in; the rating itself came, or comes, by itself. */
public record ReceivedRatingReason(RatingReason reason) implements ReceivedMessage {
  public ReceivedRatingReason {
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public TransactionId id() {
    return reason.id();
  }

  @Override
  public String kioskId() {
    return reason.kioskId();
  }

  @Override
  public String itemCode() {
    return reason.itemCode();
  }
}
