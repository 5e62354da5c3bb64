package egov.kiosk.facepacks.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command as it was asked: a verb, plain words, and options with a value each.
 *
 * @param verb the first word
 * @param plain the words that are no options
 * @param options values by name, without the dashes
 */
record Words(String verb, List<String> plain, Map<String, String> options) {
  private static final Set<String> KNOWN =
      Set.of(
          "store",
          "pins",
          "authorities",
          "maker",
          "own",
          "far",
          "review-far",
          "out",
          "version",
          "measured-on",
          "key",
          "certificate",
          "passphrase");

  /** Begins options that say how a device is reached, by attribute of the component custody. */
  private static final String DEVICE = "custody.";

  static Words of(String... arguments) throws AskedWronglyException {
    if (arguments.length == 0) {
      throw new AskedWronglyException("a verb is missing");
    }
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        plain.add(arguments[i]);
      } else if (!isKnown(arguments[i].substring(2)) || i + 1 == arguments.length) {
        throw new AskedWronglyException(arguments[i] + " is no option, or has no value");
      } else {
        options.put(arguments[i].substring(2), arguments[++i]);
      }
    }
    return new Words(arguments[0], List.copyOf(plain), Map.copyOf(options));
  }

  private static boolean isKnown(String option) {
    return KNOWN.contains(option) || option.startsWith(DEVICE);
  }

  /** What is said of a device, by attribute; empty when nothing is. */
  Map<String, String> device() {
    Map<String, String> device = new HashMap<>();
    options.forEach(
        (name, value) -> {
          if (name.startsWith(DEVICE)) {
            device.put(name.substring(DEVICE.length()), value);
          }
        });
    return device;
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isEmpty());
  }

  String demand(String name) throws AskedWronglyException {
    return option(name).orElseThrow(() -> new AskedWronglyException("--" + name + " is missing"));
  }

  String word(int index, String what) throws AskedWronglyException {
    if (plain.size() <= index) {
      throw new AskedWronglyException(what + " is missing");
    }
    return plain.get(index);
  }
}
