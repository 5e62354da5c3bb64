package egov.kiosk.upkeep.look;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The settings of every component, as they are in force now: {@code component.attribute} and text.
 * Only what was set is there, no default.
 */
public final class Settings {
  private final Supplier<Map<String, String>> source;

  /**
   * @param source asked anew each time
   */
  public Settings(Supplier<Map<String, String>> source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /** A setting that is there and not blank. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(source.get().get(key)).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** Paths behind every key that ends in one of these. */
  List<Path> paths(String... endings) {
    return paths(key -> Arrays.stream(endings).anyMatch(key::endsWith));
  }

  /** Files that settings name whose keys are wanted. */
  List<Path> paths(Predicate<String> wanted) {
    return new TreeMap<>(source.get())
        .entrySet().stream()
            .filter(entry -> wanted.test(entry.getKey()))
            .map(Map.Entry::getValue)
            .filter(value -> !value.isBlank())
            .map(Path::of)
            .toList();
  }

  boolean production() {
    return text("upkeep.profile").orElse("").equals("production");
  }
}
