package egov.kiosk.flow.component;

import egov.kiosk.flow.desk.Front;
import egov.kiosk.flow.desk.FrontPart;
import egov.kiosk.flow.desk.FrontPlace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the parts beside the glass are: {@code CARD=80:112}, one an entry. */
final class FrontSettings {
  private static final Pattern ENTRY =
      Pattern.compile("([A-Z_]+)\\s*=\\s*(-?\\d{1,4})\\s*:\\s*(-?\\d{1,4})");

  private FrontSettings() {}

  /**
   * The usual front with what was set in its place.
   *
   * @throws IllegalArgumentException when an entry is not allowed; says which key and what is
   */
  static Front of(FlowConfiguration configuration) {
    Map<FrontPart, FrontPlace> places = new EnumMap<>(Front.USUAL.places());
    Set<FrontPart> set = EnumSet.noneOf(FrontPart.class);
    for (String entry : configuration.places()) {
      if (!entry.isBlank()) {
        read(entry.strip(), places, set);
      }
    }
    if (!Front.KEYPADS.contains(configuration.keypad())) {
      throw new IllegalArgumentException(
          "flow: keypad: "
              + configuration.keypad()
              + " is none of "
              + new TreeSet<>(Front.KEYPADS));
    }
    return new Front(places, configuration.keypad());
  }

  private static void read(String entry, Map<FrontPart, FrontPlace> places, Set<FrontPart> set) {
    Matcher found = ENTRY.matcher(entry);
    if (!found.matches()) {
      throw refused(entry, "it is not PART=X:Y, such as CARD=80:112");
    }
    FrontPart part =
        Arrays.stream(FrontPart.values())
            .filter(one -> one.name().equals(found.group(1)))
            .findFirst()
            .orElseThrow(() -> refused(entry, "parts are " + Arrays.toString(FrontPart.values())));
    if (!set.add(part)) {
      throw refused(entry, part + " is there twice");
    }
    try {
      places.put(
          part, new FrontPlace(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
    } catch (IllegalArgumentException e) {
      throw refused(entry, e.getMessage());
    }
  }

  private static IllegalArgumentException refused(String entry, String why) {
    return new IllegalArgumentException("flow: places: " + entry + ": " + why);
  }
}
