package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reason for a low rating as JSON. */
final class RatingReasonJson {
  static final String KIND = "rating-reason";

  private RatingReasonJson() {}

  static Map<String, Object> write(RatingReason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", KIND);
    json.put("version", MessageHead.VERSION);
    json.put("id", reason.id().value());
    json.put("kioskId", reason.kioskId());
    json.put("transactionId", reason.transactionId().value());
    json.put("itemCode", reason.itemCode());
    json.put("reason", reason.reason().name());
    json.put("givenAt", reason.givenAt().toString());
    return json;
  }

  static ReceivedRatingReason read(Members json) throws MalformedMessageException {
    RatingReason reason =
        new RatingReason(
            json.value("id", TransactionId::new),
            MessageHead.kioskId(json),
            json.value("transactionId", TransactionId::new),
            MessageHead.itemCode(json, "itemCode"),
            json.value("reason", RatingReason.Code::valueOf),
            json.instant("givenAt"));
    json.done();
    return new ReceivedRatingReason(reason);
  }
}
