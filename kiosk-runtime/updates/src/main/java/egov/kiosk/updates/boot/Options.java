package egov.kiosk.updates.boot;

import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.slot.Places;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the helper was called with.
 *
 * @param named values of options, by their names without dashes
 * @param words the command and what belongs to it
 */
record Options(Map<String, String> named, List<String> words) {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "opt", "/opt/kiosk",
          "boot", "/var/lib/kiosk-boot",
          "exchange", "/var/lib/kiosk/updates",
          "queue", "/var/lib/kiosk/outbox/outbox.db",
          "hardware", "");

  /**
   * Understands a command line.
   *
   * @throws IllegalArgumentException for an option that is not known or has no value
   */
  static Options of(List<String> arguments) {
    Map<String, String> named = new TreeMap<>(DEFAULTS);
    named.put("arch", Machine.archHere());
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).startsWith("--")) {
        words.add(arguments.get(i));
      } else if (i + 1 < arguments.size() && named.containsKey(arguments.get(i).substring(2))) {
        named.put(arguments.get(i).substring(2), arguments.get(++i));
      } else {
        throw new IllegalArgumentException(arguments.get(i) + " is not known or has no value");
      }
    }
    return new Options(named, words);
  }

  Places places() {
    return new Places(path("opt"), path("boot"), path("exchange"), path("queue"));
  }

  Machine machine() throws IOException {
    return new Machine(named.get("arch"), named.get("hardware"), Instant::now, built());
  }

  private Path path(String name) {
    return Path.of(named.get(name)).toAbsolutePath().normalize();
  }

  /** When this program was built, as the build wrote it into the jar. */
  private static Instant built() throws IOException {
    try (InputStream text = Options.class.getResourceAsStream("/egov/kiosk/updates/built.txt")) {
      return Instant.parse(new String(text.readNBytes(64), StandardCharsets.US_ASCII).strip());
    }
  }
}
