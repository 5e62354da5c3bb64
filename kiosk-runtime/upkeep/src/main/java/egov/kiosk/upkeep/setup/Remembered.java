package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a step's checks had to say, over a start: enrolling ends in one, and a report must not lose
 * the warnings of the steps before it. Only names and levels are kept.
 */
final class Remembered {
  private static final Pattern ONE = Pattern.compile("[a-z0-9-]{1,40} (WARN|FAIL)");

  private Remembered() {}

  /** What was not well, in one line; empty when all was. */
  static String text(List<Finding> seen) {
    return seen.stream()
        .filter(finding -> finding.level() != Level.OK)
        .map(finding -> finding.name() + " " + finding.level())
        .collect(Collectors.joining(","));
  }

  /** The findings of such a line; what makes no sense is passed over. */
  static List<Finding> of(String text) {
    return Arrays.stream(text.split(","))
        .filter(one -> ONE.matcher(one).matches())
        .map(one -> one.split(" "))
        .map(
            part ->
                new Finding(
                    part[0],
                    Level.valueOf(part[1]),
                    "seen before the last start",
                    Actor.TECHNICIAN,
                    "look again"))
        .toList();
  }
}
