package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A receipt as JSON. */
final class ReceiptJson {
  private static final String KIND = "receipt";

  private ReceiptJson() {}

  static Map<String, Object> write(PlatformReceipt receipt) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", KIND);
    json.put("version", MessageHead.VERSION);
    json.put("kioskId", receipt.kioskId());
    json.put("messageId", receipt.messageId().value());
    json.put("envelopeSm3", receipt.envelopeSm3());
    json.put("outcome", receipt.outcome().name());
    json.put("acceptanceNumber", receipt.acceptanceNumber().orElse(null));
    json.put("reason", receipt.reason().orElse(null));
    json.put("issuedAt", receipt.issuedAt().toString());
    return json;
  }

  static PlatformReceipt read(Members json) throws MalformedMessageException {
    json.constant("kind", KIND);
    MessageHead.version(json);
    PlatformReceipt receipt;
    try {
      receipt =
          new PlatformReceipt(
              MessageHead.kioskId(json),
              json.value("messageId", TransactionId::new),
              json.text("envelopeSm3"),
              json.value("outcome", PlatformReceipt.Outcome::valueOf),
              json.nullableText("acceptanceNumber"),
              json.nullableText("reason"),
              json.instant("issuedAt"));
    } catch (IllegalArgumentException e) {
      // The constructor's messages name rules and no values.
      throw new MalformedMessageException(e.getMessage());
    }
    json.done();
    return receipt;
  }
}
