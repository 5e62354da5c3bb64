package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import java.util.regex.Pattern;

/** What every message has in common. */
final class MessageHead {
  /** The version of this contract; another one is another set of schemas. */
  static final int VERSION = 1;

  private static final Pattern ITEM_CODE = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private MessageHead() {}

  static void version(Members json) throws MalformedMessageException {
    if (json.integer("version") != VERSION) {
      throw json.wrong("version");
    }
  }

  static String kioskId(Members json) throws MalformedMessageException {
    String kioskId = json.text("kioskId");
    if (!Topics.isKioskId(kioskId)) {
      throw json.wrong("kioskId");
    }
    return kioskId;
  }

  static String itemCode(Members json, String name) throws MalformedMessageException {
    String code = json.text(name);
    if (!ITEM_CODE.matcher(code).matches()) {
      throw json.wrong(name);
    }
    return code;
  }
}
