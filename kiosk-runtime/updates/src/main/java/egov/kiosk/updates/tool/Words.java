package egov.kiosk.updates.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a tool was called with: words, and options that each have a value. */
record Words(List<String> plain, Map<String, String> options) {
  static Words of(List<String> arguments, Set<String> known) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("--")) {
        plain.add(word);
      } else if (known.contains(word.substring(2)) && i + 1 < arguments.size()) {
        options.put(word.substring(2), arguments.get(++i));
      } else {
        throw new IllegalArgumentException(word + " is not known or has no value");
      }
    }
    return new Words(List.copyOf(plain), Map.copyOf(options));
  }

  String word(int at, String what) {
    if (plain.size() <= at) {
      throw new IllegalArgumentException(what + " is missing");
    }
    return plain.get(at);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String need(String name) {
    return option(name)
        .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
  }

  long number(String name, long otherwise) {
    String text = option(name).orElse(Long.toString(otherwise));
    if (!text.matches("[0-9]{1,12}")) {
      throw new IllegalArgumentException("--" + name + " is a whole number");
    }
    return Long.parseLong(text);
  }

  List<String> list(String name) {
    return option(name).map(text -> List.of(text.split(","))).orElse(List.of());
  }
}
