package egov.kiosk.upkeep.support;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A configuration file whose secrets are gone: comments are dropped, every value is masked. */
final class MaskedSettings {
  /** What a key is called that holds a secret itself; one that only says where it lies may stay. */
  private static final Pattern SECRET =
      Pattern.compile(".*(password|passphrase|secret|token|pin|pins|code|key|credential).*");

  private static final Pattern PLACE =
      Pattern.compile("(/|\\$\\{(home|data)\\})[A-Za-z0-9._/${}-]{0,200}");

  private MaskedSettings() {}

  static List<String> of(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(MaskedSettings::line)
        .toList();
  }

  private static String line(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      return "<no setting>";
    }
    String key = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    if (!key.matches("[a-z][a-z0-9-]{0,40}\\.[A-Za-z][A-Za-z0-9]{0,40}")) {
      return "<no setting>";
    }
    String name = key.substring(key.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean path = PLACE.matcher(value).matches();
    if (SECRET.matcher(name).matches() && !path) {
      return key + " = <secret, " + (value.isEmpty() ? "empty" : "set") + ">";
    }
    // An address may carry a name and a password: tcp://user:word@host.
    return key + " = " + Mask.line(value.replaceAll("//[^/@\\s]*@", "//<login>@"));
  }
}
