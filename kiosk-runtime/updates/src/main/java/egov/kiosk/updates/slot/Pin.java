package egov.kiosk.updates.slot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was installed in a slot, remembered outside of it.
 *
 * @param version of the release
 * @param sm3 of the signed list of its files, as digits
 */
public record Pin(long version, String sm3) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,12}):([0-9a-f]{64})");

  String text() {
    return version + ":" + sm3;
  }

  static Optional<Pin> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Pin(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }
}
