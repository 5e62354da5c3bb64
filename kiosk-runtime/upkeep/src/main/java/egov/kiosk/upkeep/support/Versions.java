package egov.kiosk.upkeep.support;

import java.util.List;

/** What runs here. */
final class Versions {
  private Versions() {}

  static List<String> lines() {
    String own = Versions.class.getPackage().getImplementationVersion();
    return List.of(
        "kiosk " + (own == null ? "(unpacked build)" : own),
        "java " + System.getProperty("java.runtime.version", "?"),
        "os " + System.getProperty("os.name", "?") + " " + System.getProperty("os.version", "?"),
        "arch " + System.getProperty("os.arch", "?"));
  }
}
