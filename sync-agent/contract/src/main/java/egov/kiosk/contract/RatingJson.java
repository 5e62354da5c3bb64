package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rating as JSON. */
final class RatingJson {
  static final String KIND = "rating";

  private RatingJson() {}

  static Map<String, Object> write(Rating rating) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", KIND);
    json.put("version", MessageHead.VERSION);
    json.put("id", rating.id().value());
    json.put("kioskId", rating.kioskId());
    json.put("transactionId", rating.transactionId().value());
    json.put("itemCode", rating.itemCode());
    json.put("level", rating.level());
    json.put("ratedAt", rating.ratedAt().toString());
    return json;
  }

  static ReceivedRating read(Members json) throws MalformedMessageException {
    Rating rating;
    try {
      rating =
          new Rating(
              json.value("id", TransactionId::new),
              MessageHead.kioskId(json),
              json.value("transactionId", TransactionId::new),
              MessageHead.itemCode(json, "itemCode"),
              json.integer("level"),
              json.instant("ratedAt"));
    } catch (IllegalArgumentException e) {
      throw json.wrong("level");
    }
    json.done();
    return new ReceivedRating(rating);
  }
}
