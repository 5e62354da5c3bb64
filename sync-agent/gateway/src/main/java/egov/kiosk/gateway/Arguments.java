package egov.kiosk.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code --name value} pairs of a command line. Errors say what is wrong. */
public final class Arguments {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Arguments() {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException when it is no list of pairs
   */
  public static Arguments parse(String[] words) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < words.length; i += 2) {
      if (!words[i].matches("--[a-z-]+") || i + 1 == words.length) {
        throw new IllegalArgumentException("arguments come as --name value");
      }
      arguments.values.computeIfAbsent(words[i], name -> new ArrayList<>()).add(words[i + 1]);
    }
    return arguments;
  }

  /** Every value given under a name. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The value given under a name, if one was. */
  public Optional<String> maybe(String name) {
    return all(name).isEmpty() ? Optional.empty() : Optional.of(one(name));
  }

  /** The one value that must be given. */
  public String one(String name) {
    if (all(name).size() != 1) {
      throw new IllegalArgumentException(name + " is needed once");
    }
    return all(name).get(0);
  }

  /** The one file that must be given. */
  public Path path(String name) {
    return Path.of(one(name));
  }

  /** The one TCP port that must be given; 0 asks for any free one. */
  public int port(String name) {
    return number(name, one(name), 0, 65_535);
  }

  /** A number that may be given. */
  public int number(String name, int otherwise, int least, int most) {
    return maybe(name).map(text -> number(name, text, least, most)).orElse(otherwise);
  }

  private static int number(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below with the same words.
    }
    throw new IllegalArgumentException(name + " is a number of " + least + " to " + most);
  }
}
