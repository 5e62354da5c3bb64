package egov.kiosk.identity.pack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The values of a manifest, each taken once; what nobody took is not understood, and refused. */
final class PackFields {
  private final String file;
  private final Map<String, String> left;

  PackFields(String file, Map<String, String> values) {
    this.file = file;
    this.left = new LinkedHashMap<>(values);
  }

  FacePackException refuse(String key, String demand) {
    return new FacePackException(file + ": " + key + " must be " + demand);
  }

  Optional<String> optional(String key) {
    return Optional.ofNullable(left.remove(key));
  }

  boolean has(String key) {
    return left.containsKey(key);
  }

  String text(String key, Pattern allowed, String demand) throws FacePackException {
    String value = left.remove(key);
    if (value == null || !allowed.matcher(value).matches()) {
      throw refuse(key, demand);
    }
    return value;
  }

  double number(String key, double min, double max) throws FacePackException {
    return inside(key, left.remove(key), min, max);
  }

  double numberOr(String key, double otherwise, double min, double max) throws FacePackException {
    return has(key) ? number(key, min, max) : otherwise;
  }

  double inside(String key, String value, double min, double max) throws FacePackException {
    try {
      // Java's parser also takes hexadecimal and a trailing d or f.
      if (value != null && value.matches("[-+]?[0-9.]{1,20}([eE][-+]?[0-9]{1,2})?")) {
        double number = Double.parseDouble(value);
        if (number >= min && number <= max) {
          return number;
        }
      }
    } catch (NumberFormatException e) {
      // Said below, with what is allowed.
    }
    throw refuse(key, "a number from " + min + " to " + max);
  }

  <E extends Enum<E>> E word(String key, Class<E> words) throws FacePackException {
    String value = left.remove(key);
    Set<String> allowed = new TreeSet<>();
    for (E word : words.getEnumConstants()) {
      String written = word.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (written.equals(value)) {
        return word;
      }
      allowed.add(written);
    }
    throw refuse(key, "one of " + String.join(", ", allowed));
  }

  void finish() throws FacePackException {
    if (!left.isEmpty()) {
      throw new FacePackException(
          file + ": " + left.keySet().iterator().next() + " is not a key of this format");
    }
  }
}
