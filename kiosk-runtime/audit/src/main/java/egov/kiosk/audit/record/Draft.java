package egov.kiosk.audit.record;

import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a record will say, before it has a place in the chain and a time.
 *
 * @param attributes what stands between the braces of the attributes
 */
public record Draft(
    String actor,
    String code,
    String action,
    String result,
    String dataClass,
    String subject,
    String attributes) {

  /** An event of another room. */
  public static Draft of(AuditEvent event) {
    Attributes attributes = new Attributes();
    event
        .attributes()
        .forEach(
            (attribute, value) ->
                attributes.checked(
                    attribute.word(),
                    value instanceof AuditCode word ? '"' + word.value() + '"' : value.toString()));
    return new Draft(
        event.actor().role().word(),
        event.actor().code().value(),
        event.action().word(),
        event.result().word(),
        event.dataClass().word(),
        event.subject().text(),
        attributes.json());
  }

  /** Something the log says about itself. */
  public static Draft own(Own what, AuditResult result, Attributes attributes) {
    return new Draft("system", "", what.word(), result.word(), "security", "", attributes.json());
  }

  /** What the log says about itself. */
  public enum Own {
    /** A segment begins; says whose chain it is. */
    OPENED,
    /** The segment before ends in bytes that are no record: power was cut. */
    TORN,
    /** Records that were there are missing or altered. */
    DAMAGED,
    /** Events could not be written. */
    LOST,
    /** A signed head. */
    CHECKPOINT,
    /** Old segments were destroyed (销毁). */
    DESTROYED,
    /** The clock was set back: the one record whose time may lie before the one before. */
    CLOCK_BACK,
    /** The clock was set forward. */
    CLOCK_FORWARD,
    /** The clock shows a time before this program was built; it is not believed. */
    CLOCK_REFUSED;

    /** As the log writes it. */
    public String word() {
      return switch (this) {
        case CLOCK_BACK -> "clock.set-back";
        case CLOCK_FORWARD -> "clock.set-forward";
        case CLOCK_REFUSED -> "clock.refused";
        default -> "log." + name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  /** The attributes by name, for tests and people. */
  static Map<String, String> parsed(String attributes) {
    Map<String, String> found = new TreeMap<>();
    var matcher = Entry.MEMBER.matcher(attributes);
    while (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
    }
    return found;
  }
}
