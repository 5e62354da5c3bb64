package egov.kiosk.transfer;

import egov.kiosk.domain.transaction.TransactionId;
import java.util.List;
import java.util.Objects;

/**
 * A parcel the platform opened.
 *
 * @param kioskId the kiosk whose messages are inside, and that signed the parcel
 * @param parcelId the parcel's own identity, by which its carrier is answered
 * @param messages what is inside, in the order it was queued there
 */
public record OpenedParcel(String kioskId, TransactionId parcelId, List<CarriedMessage> messages) {
  public OpenedParcel {
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(parcelId, "parcelId");
    messages = List.copyOf(messages);
  }
}
