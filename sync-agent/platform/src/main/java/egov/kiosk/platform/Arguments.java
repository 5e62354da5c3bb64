package egov.kiosk.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --name value} pairs of a command line. */
final class Arguments {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Arguments() {}

  static Arguments parse(String[] words) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < words.length; i += 2) {
      if (!words[i].matches("--[a-z]+") || i + 1 == words.length) {
        throw new IllegalArgumentException("arguments come as --name value");
      }
      arguments.values.computeIfAbsent(words[i], name -> new ArrayList<>()).add(words[i + 1]);
    }
    return arguments;
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Path path(String name) {
    return Path.of(one(name));
  }

  int port(String name) {
    try {
      int port = Integer.parseInt(one(name));
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Answered below with the same words.
    }
    throw new IllegalArgumentException(name + " is a number of 0 to 65535, 0 for any free one");
  }

  private String one(String name) {
    if (all(name).size() != 1) {
      throw new IllegalArgumentException(name + " is needed once");
    }
    return all(name).get(0);
  }
}
