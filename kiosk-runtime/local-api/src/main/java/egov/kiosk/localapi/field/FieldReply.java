package egov.kiosk.localapi.field;

import java.util.List;
import java.util.Map;

/**
 * What is answered, before it is JSON.
 *
 * @param status of HTTP
 * @param members plain values and records by name
 */
public record FieldReply(int status, Map<String, ?> members) {
  public FieldReply {
    members = Map.copyOf(members);
  }

  static FieldReply of(Map<String, ?> members) {
    return new FieldReply(200, members);
  }

  static FieldReply refused(int status, String code, List<Map<String, Object>> fields) {
    Map<String, Object> error =
        fields.isEmpty() ? Map.of("code", code) : Map.of("code", code, "fields", fields);
    return new FieldReply(status, Map.of("error", error));
  }
}
