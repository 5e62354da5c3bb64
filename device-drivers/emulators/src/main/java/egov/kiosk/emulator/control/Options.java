package egov.kiosk.emulator.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The {@code --name value} pairs of a command line; immutable. */
public final class Options {
  private final Map<String, List<String>> values;

  private Options(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads pairs.
   *
   * @param arguments {@code --name value --name value ...}
   * @param known the names that may occur, without dashes
   * @throws UsageException on an unknown name, a missing value or a stray word
   */
  public static Options parse(List<String> arguments, Set<String> known) throws UsageException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String word = arguments.get(i);
      if (!word.startsWith("--") || !known.contains(word.substring(2))) {
        throw new UsageException(
            "unknown option " + word + ", expected one of " + new TreeSet<>(known));
      }
      if (i + 1 == arguments.size()) {
        throw new UsageException("option " + word + " needs a value");
      }
      values.computeIfAbsent(word.substring(2), n -> new ArrayList<>()).add(arguments.get(i + 1));
    }
    return new Options(values);
  }

  /** Every value given for a name, in order; empty when there is none. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** The last value given for a name. */
  public Optional<String> value(String name) {
    List<String> given = all(name);
    return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
  }

  /**
   * The value of a name that must be given.
   *
   * @throws UsageException when it is not
   */
  public String required(String name) throws UsageException {
    return value(name).orElseThrow(() -> new UsageException("option --" + name + " is needed"));
  }

  /**
   * A number from a range.
   *
   * @throws UsageException when the value is no number or out of range
   */
  public int number(String name, int otherwise, int least, int most) throws UsageException {
    Optional<String> given = value(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(given.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new UsageException("option --" + name + " must be " + least + ".." + most);
  }
}
