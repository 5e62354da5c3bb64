package egov.kiosk.localapi.technician;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request of somebody who was let in.
 *
 * @param members what was sent, none of which is ever in a message
 * @param who whose badge; empty for the command line
 */
record Asked(ObjectNode members, String who) {
  private static final int LONGEST = 200;

  String text(String name) {
    JsonNode value = members.get(name);
    if (value == null || !value.isTextual() || value.textValue().length() > LONGEST) {
      throw new IllegalArgumentException(name + " must be a short string");
    }
    return value.textValue();
  }

  String optional(String name) {
    return members.has(name) ? text(name) : "";
  }

  boolean truth(String name) {
    JsonNode value = members.get(name);
    if (value == null || !value.isBoolean()) {
      throw new IllegalArgumentException(name + " must be true or false");
    }
    return value.booleanValue();
  }
}
