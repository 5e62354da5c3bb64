package egov.kiosk.contract;

import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Objects;

/** A rating that came in. */
public record ReceivedRating(Rating rating) implements ReceivedMessage {
  public ReceivedRating {
    Objects.requireNonNull(rating, "rating");
  }

  @Override
  public TransactionId id() {
    return rating.id();
  }

  @Override
  public String kioskId() {
    return rating.kioskId();
  }

  @Override
  public String itemCode() {
    return rating.itemCode();
  }
}
