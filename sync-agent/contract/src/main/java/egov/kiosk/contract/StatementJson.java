package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.fleet.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a kiosk says for itself as JSON: which of the forms. */
final class StatementJson {
  private StatementJson() {}

  static Map<String, Object> write(Statement statement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", statement.kind().word());
    json.put("version", MessageHead.VERSION);
    json.put("id", statement.id().value());
    json.put("kioskId", statement.kioskId());
    if (statement instanceof Reconciliation reconciliation) {
      ReconciliationJson.write(reconciliation, json);
    } else if (statement instanceof Incident incident) {
      IncidentJson.write(incident, json);
    } else if (statement instanceof AttachmentManifest manifest) {
      ManifestJson.write(manifest, json);
    }
    return json;
  }

  /** Reads a message whose version was checked. */
  static Statement read(Members json) throws MalformedMessageException {
    String kind = json.text("kind");
    Statement statement;
    try {
      statement =
          switch (kind) {
            case ReconciliationJson.KIND -> ReconciliationJson.read(json);
            case IncidentJson.KIND -> IncidentJson.read(json);
            case ManifestJson.KIND -> ManifestJson.read(json);
            default -> throw json.wrong("kind");
          };
    } catch (IllegalArgumentException e) {
      // The constructors' messages name rules and no values.
      throw new MalformedMessageException(e.getMessage());
    }
    json.done();
    return statement;
  }
}
