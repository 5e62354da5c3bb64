package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to the queue, as JSON. */
final class IncidentJson {
  static final String KIND = "incident";

  private IncidentJson() {}

  static void write(Incident incident, Map<String, Object> json) {
    json.put("at", incident.at().toString());
    json.put("missing", incident.missing().stream().map(IncidentJson::range).toList());
  }

  static Incident read(Members json) throws MalformedMessageException {
    List<SequenceRange> missing = new ArrayList<>();
    for (Members range : json.objects("missing")) {
      missing.add(new SequenceRange(range.whole("first"), range.whole("last")));
      range.done();
    }
    return new Incident(
        json.value("id", TransactionId::new),
        MessageHead.kioskId(json),
        json.instant("at"),
        missing);
  }

  private static Map<String, Object> range(SequenceRange range) {
    return Map.of("first", range.first(), "last", range.last());
  }
}
