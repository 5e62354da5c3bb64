package egov.kiosk.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our configuration file says, for a framework that does not read it: texts by setting, by
 * pid, the data directory written out.
 */
final class KuraDefaults {
  private static final Pattern LINE = Pattern.compile("([a-z][a-z-]*)\\.(\\w+) *= *(.*)");

  /** Which kiosk it is nobody can know before; the file's own id is an example. */
  private static final String IDENTITY = "crypto.kioskId";

  private final Map<String, Map<String, String>> values = new LinkedHashMap<>();

  /**
   * Reads them.
   *
   * @param configuration the file as it is shipped
   * @param data where kiosks on this framework keep what they keep
   */
  KuraDefaults(Path configuration, String data) throws IOException {
    for (String line : Files.readAllLines(configuration)) {
      Matcher setting = LINE.matcher(line);
      if (setting.matches() && !line.startsWith(IDENTITY)) {
        String value = setting.group(3).strip();
        // The items lie in the catalogue's own bundle here: no directory means those.
        put(
            setting.group(1),
            setting.group(2),
            value.contains("${home}") ? "" : value.replace("${data}", data));
      }
    }
    // Said by our own launcher at each start, and by no file.
    put("upkeep", "dataDirectory", data);
    // Nobody reads kiosk.profile here: held to the rules of production until somebody says
    // otherwise.
    put("upkeep", "profile", "production");
  }

  private void put(String pid, String setting, String value) {
    values.computeIfAbsent(pid, fresh -> new LinkedHashMap<>()).put(setting, value);
  }

  /** Of one component; nothing where the file has no line for it. */
  Map<String, String> of(String pid) {
    return Map.copyOf(values.getOrDefault(pid, Map.of()));
  }
}
