package egov.kiosk.proving.stand;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a kiosk says of its queue.
 *
 * @param accepting whether it takes new business
 * @param online whether it is connected
 */
public record KioskState(
    long pending, long delivered, long dead, boolean accepting, boolean online) {
  private static final Pattern LINE =
      Pattern.compile(
          "state pending=(\\d+) delivered=(\\d+) dead=(\\d+) accepting=(\\w+) online=(\\w+)");

  static Optional<KioskState> parse(String line) {
    Matcher found = LINE.matcher(line);
    return found.matches()
        ? Optional.of(
            new KioskState(
                Long.parseLong(found.group(1)),
                Long.parseLong(found.group(2)),
                Long.parseLong(found.group(3)),
                Boolean.parseBoolean(found.group(4)),
                Boolean.parseBoolean(found.group(5))))
        : Optional.empty();
  }
}
