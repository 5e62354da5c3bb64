package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.upkeep.SiteField;
import java.util.Map;

/**
 * Whether somebody sitting can reach the low layout (低位): 1,220 mm is as high as one reaches from a
 * wheelchair (ADA 308.2.1), the low layout's highest button lies half way down the glass.
 */
final class Reach {
  private static final String NAME = "reach";

  private Reach() {}

  static Finding finding(Map<String, String> site) {
    String inches = site.getOrDefault(SiteField.PANEL_INCHES.word(), "");
    int highest =
        switch (inches) {
          case "21.5" -> 982;
          case "27" -> 921;
          case "32" -> 866;
          default -> 0;
        };
    String edge = site.getOrDefault(SiteField.BOTTOM_EDGE_MM.word(), "");
    if (highest == 0 || !edge.matches("\\d{3,4}")) {
      return new Finding(
          NAME,
          Level.WARN,
          "the panel's size and height are not known",
          Actor.TECHNICIAN,
          "measure");
    }
    return Integer.parseInt(edge) <= highest
        ? Finding.ok(NAME, "the low layout can be reached from a wheelchair")
        : new Finding(
            NAME,
            Level.WARN,
            "the glass begins at " + edge + " mm; from a wheelchair at most " + highest + " mm do",
            Actor.TECHNICIAN,
            "mount it lower, or put up a sign to a low kiosk or the counter");
  }
}
