package egov.kiosk.launcher.configuration;

import egov.kiosk.launcher.port.ProductionRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a kiosk is for ({@code kiosk.profile}). The launcher's own setting: no component gets it,
 * and it cannot be set from afar.
 */
enum Profile {
  /** Trying things out: software keys and laboratory authorities will do. */
  LABORATORY,
  /** Citizens: see {@link ProductionRules}. */
  PRODUCTION;

  static final String COMPONENT = "kiosk";
  private static final String ATTRIBUTE = "profile";

  /** What the bundles declare, and this setting. */
  static Map<String, Map<String, Attribute>> beside(
      Map<String, Map<String, Attribute>> components) {
    Map<String, Map<String, Attribute>> all = new LinkedHashMap<>(components);
    all.put(
        COMPONENT,
        Map.of(
            ATTRIBUTE,
            new Attribute(
                ATTRIBUTE,
                "String",
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(LABORATORY.word(), PRODUCTION.word()),
                false)));
    return all;
  }

  /** What a checked configuration says; a laboratory when it says nothing. */
  static Profile of(Configuration configuration) {
    return configuration.text(COMPONENT, ATTRIBUTE, LABORATORY.word()).equals(PRODUCTION.word())
        ? PRODUCTION
        : LABORATORY;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
