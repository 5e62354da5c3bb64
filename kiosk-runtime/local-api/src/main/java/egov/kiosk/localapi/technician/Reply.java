package egov.kiosk.localapi.technician;

import java.util.Map;
import java.util.Objects;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param body values by name, as JSON knows them
 * @param picture a JPEG in place of a body; empty when there is none
 */
public record Reply(int status, Map<String, ?> body, byte[] picture) {
  public Reply {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(picture, "picture");
  }

  static Reply of(Map<String, ?> body) {
    return new Reply(200, body, new byte[0]);
  }

  static Reply picture(byte[] jpeg) {
    return new Reply(200, Map.of(), jpeg);
  }

  static Reply refused(int status, String code) {
    return new Reply(status, Map.of("error", Map.of("code", code)), new byte[0]);
  }

  static Reply refused(int status, String code, String detail) {
    return new Reply(status, Map.of("error", Map.of("code", code, "detail", detail)), new byte[0]);
  }
}
