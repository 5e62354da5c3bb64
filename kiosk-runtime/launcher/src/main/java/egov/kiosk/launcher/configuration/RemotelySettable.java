package egov.kiosk.launcher.configuration;

import egov.kiosk.launcher.port.SettingsRefusedException;
import egov.kiosk.launcher.port.SettingsRefusedException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be set from afar: the one list. The queue, keys, certificates, the citizens' screens,
 * the matching of faces and whatever is a file or a device are for a technician on site. So is any
 * text that a component has yet to make sense of: numbers, truths and words out of a list are
 * wholly checked here, and the few texts below by their patterns, so that nothing can be taken
 * today that would keep a component from starting tomorrow.
 */
final class RemotelySettable {
  private static final Set<String> COMPONENTS =
      Set.of(
          "agent",
          "attachments",
          "camera",
          "flow",
          "id-card-reader",
          "printer",
          "telemetry",
          "uplink");

  private static final String BROKER = "uplink.brokerUri";

  private static final String NAME = "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

  /** A name, or an address of IPv4. */
  private static final String HOST =
      "(?:(?:[a-z0-9-]{1,63}\\.){0,9}" + NAME + "|(?:" + BYTE + "\\.){3}" + BYTE + ")";

  private static final String PORT =
      "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

  private static final Map<String, Pattern> TEXTS =
      Map.of(
          "flow.site",
          Pattern.compile("[\\p{L}\\p{N}\\p{P} ]{1,40}"),
          "flow.helpPhone",
          Pattern.compile("[0-9][0-9 -]{2,19}"),
          BROKER,
          Pattern.compile("(?:tcp://(?:127\\.0\\.0\\.1|localhost)|ssl://" + HOST + "):" + PORT));

  /** How the names of settings end that point to something on this machine. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?:.*(?:File|Path|Directory|Dir|Device|Address|Port|Key|Token))"
              + "|file|path|directory|dir|device|address|port|key|token");

  private RemotelySettable() {}

  /**
   * Checks settings as a whole.
   *
   * @param components attributes by id, by component pid
   * @param base what the technician set
   * @return typed values by attribute, by component pid
   */
  static Map<String, Map<String, Object>> check(
      Map<String, Map<String, String>> settings,
      Map<String, Map<String, Attribute>> components,
      Configuration base)
      throws SettingsRefusedException {
    List<String> forbidden = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    Map<String, Map<String, Object>> values = new LinkedHashMap<>();
    settings.forEach(
        (pid, keys) ->
            keys.forEach(
                (key, text) -> {
                  Attribute attribute = components.getOrDefault(pid, Map.of()).get(key);
                  if (attribute == null) {
                    invalid.add("there is no setting " + shown(pid) + "." + shown(key));
                  } else if (!allowed(pid, attribute)) {
                    forbidden.add(pid + "." + key + " is set on site only");
                  } else {
                    convert(pid, attribute, text, base, values, invalid);
                  }
                }));
    if (!forbidden.isEmpty()) {
      throw new SettingsRefusedException(Reason.FORBIDDEN, String.join("; ", forbidden));
    }
    if (!invalid.isEmpty()) {
      throw new SettingsRefusedException(Reason.INVALID, String.join("; ", invalid));
    }
    return values;
  }

  private static boolean allowed(String pid, Attribute attribute) {
    boolean wholeText = attribute.type().equals("String") && attribute.options().isEmpty();
    return COMPONENTS.contains(pid)
        && !LOCAL.matcher(attribute.id()).matches()
        && !attribute.several()
        && (!wholeText || TEXTS.containsKey(pid + "." + attribute.id()));
  }

  private static void convert(
      String pid,
      Attribute attribute,
      String text,
      Configuration base,
      Map<String, Map<String, Object>> values,
      List<String> invalid) {
    String name = pid + "." + attribute.id();
    Pattern pattern = TEXTS.get(name);
    boolean lessSafe =
        name.equals(BROKER)
            && base.text(pid, attribute.id(), "").startsWith("ssl:")
            && !text.startsWith("ssl:");
    if (pattern != null && (!pattern.matcher(text).matches() || lessSafe)) {
      invalid.add(name + (lessSafe ? " must stay ssl://" : " is not of the form it must have"));
      return;
    }
    try {
      values
          .computeIfAbsent(pid, component -> new LinkedHashMap<>())
          .put(attribute.id(), attribute.convert(text));
    } catch (Attribute.BadValueException e) {
      invalid.add(name + " must be " + e.getMessage());
    }
  }

  private static String shown(String name) {
    return name.matches("[A-Za-z0-9-]{1,64}") ? name : "(a name with odd characters)";
  }
}
