package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Map;

/** The books of a day as JSON. */
final class ReconciliationJson {
  static final String KIND = "reconciliation";

  private ReconciliationJson() {}

  static void write(Reconciliation reconciliation, Map<String, Object> json) {
    Reckoning books = reconciliation.books();
    json.put("at", reconciliation.at().toString());
    json.put("day", books.day().toString());
    json.put("created", books.created());
    json.put("settled", books.settled());
    json.put("pending", books.pending());
    json.put("deadLetter", books.deadLetter());
    json.put("missing", books.missing());
    json.put("settledThatDay", books.settledThatDay());
    json.put("settledSm3", books.settledSm3());
  }

  static Reconciliation read(Members json) throws MalformedMessageException {
    return new Reconciliation(
        json.value("id", TransactionId::new),
        MessageHead.kioskId(json),
        json.instant("at"),
        new Reckoning(
            json.day("day"),
            json.whole("created"),
            json.whole("settled"),
            json.whole("pending"),
            json.whole("deadLetter"),
            json.whole("missing"),
            json.whole("settledThatDay"),
            json.text("settledSm3")));
  }
}
