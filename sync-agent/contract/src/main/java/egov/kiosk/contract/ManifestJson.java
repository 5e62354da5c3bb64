package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Map;

/** An attachment's manifest as JSON. */
final class ManifestJson {
  static final String KIND = "attachment";

  private ManifestJson() {}

  static void write(AttachmentManifest manifest, Map<String, Object> json) {
    json.put("transactionId", manifest.transactionId().value());
    json.put("name", manifest.name());
    json.put("mediaType", manifest.mediaType());
    json.put("bytes", manifest.bytes());
    json.put("sm3", manifest.sm3());
    json.put("chunkBytes", manifest.chunkBytes());
    json.put("key", manifest.key());
  }

  static AttachmentManifest read(Members json) throws MalformedMessageException {
    return new AttachmentManifest(
        json.value("id", TransactionId::new),
        MessageHead.kioskId(json),
        json.value("transactionId", TransactionId::new),
        json.text("name"),
        json.text("mediaType"),
        json.whole("bytes"),
        json.text("sm3"),
        json.integer("chunkBytes"),
        json.text("key"));
  }
}
