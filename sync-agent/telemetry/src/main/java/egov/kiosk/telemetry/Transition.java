package egov.kiosk.telemetry;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An alarm that was raised, changed its level, or was cleared (告警).
 *
 * @param at when it came to be, by this kiosk's clock
 * @param finding what is wrong; of level OK when it is over
 */
record Transition(Instant at, Finding finding) {
  private static final int LONGEST = 500;

  String name() {
    return finding.name();
  }

  Level level() {
    return finding.level();
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", finding.name());
    members.put("raised", finding.level() != Level.OK);
    members.put("level", finding.level().name());
    members.put("actor", finding.actor().name());
    members.put("text", shortened(finding.what()));
    members.put("advice", shortened(finding.advice()));
    return members;
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    // Half a character is no JSON.
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
