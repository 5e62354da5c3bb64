package egov.kiosk.audit.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arguments in pairs: {@code --name value}. */
final class Options {
  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * @throws IllegalArgumentException when one is unknown or has no value
   */
  Options(List<String> arguments, Set<String> known) {
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!known.contains(arguments.get(i)) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException("not understood: " + arguments.get(i));
      }
      values.computeIfAbsent(arguments.get(i), name -> new ArrayList<>()).add(arguments.get(i + 1));
    }
  }

  Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  Optional<Path> path(String name) {
    return one(name).map(Path::of);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
