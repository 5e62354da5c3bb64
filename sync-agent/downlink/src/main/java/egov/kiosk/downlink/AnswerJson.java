package egov.kiosk.downlink;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the kiosk answers, as JSON (RFC 8259) in ASCII: an event or a command result of the
 * contract.
 */
final class AnswerJson {
  private static final int LONGEST_TEXT = 2_000;

  private final Map<String, String> members = new TreeMap<>();
  private final Map<String, String> details = new TreeMap<>();

  private AnswerJson(String kind, String kioskId, Instant at) {
    members.put("kind", quoted(kind));
    members.put("version", "1");
    members.put("kioskId", quoted(kioskId));
    members.put("at", quoted(at.truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  /** The event of what became of an order that describes how the kiosk should be. */
  static AnswerJson order(String kioskId, String order, long revision, String outcome, Instant at) {
    AnswerJson json = new AnswerJson("order", kioskId, at);
    json.details.put("order", quoted(order));
    json.details.put("revision", Long.toString(revision));
    json.details.put("outcome", quoted(outcome));
    return json;
  }

  /** What became of a command. */
  static AnswerJson command(String kioskId, String id, String outcome, Instant at) {
    AnswerJson json = new AnswerJson("command-result", kioskId, at).text("");
    json.members.put("id", quoted(id));
    json.members.put("done", Boolean.toString(outcome.equals("done")));
    json.members.put("outcome", quoted(outcome));
    return json;
  }

  /** In words; cut where it is too long. */
  AnswerJson text(String value) {
    String shown = value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value;
    members.put("text", quoted(shown));
    return this;
  }

  /** Why an order is refused, one word. */
  AnswerJson because(String reason) {
    (details.isEmpty() ? members : details).put("reason", quoted(reason));
    return this;
  }

  /** Printable ASCII of any length. */
  AnswerJson data(String value) {
    if (!value.isEmpty()) {
      members.put("data", quoted(value));
    }
    return this;
  }

  byte[] bytes() {
    if (!details.isEmpty()) {
      members.put("details", object(details));
    }
    return object(members).getBytes(StandardCharsets.US_ASCII);
  }

  private static String object(Map<String, String> values) {
    StringBuilder out = new StringBuilder("{");
    values.forEach(
        (name, value) -> {
          out.append(out.length() > 1 ? "," : "").append(quoted(name)).append(':').append(value);
        });
    return out.append('}').toString();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit == '"' || unit == '\\') {
        out.append('\\').append(unit);
      } else if (unit >= ' ' && unit < 127) {
        out.append(unit);
      } else {
        out.append(String.format("\\u%04x", (int) unit));
      }
    }
    return out.append('"').toString();
  }
}
