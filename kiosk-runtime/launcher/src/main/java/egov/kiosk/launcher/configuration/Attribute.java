package egov.kiosk.launcher.configuration;

import java.util.List;
import java.util.Optional;

/**
 * One configurable value of a component, as its bundle declares it (OSGi Compendium 105, metatype).
 *
 * @param id its name within the component
 * @param type the scalar type: String, Integer, Long, Double, Boolean …
 * @param several whether it takes a comma-separated list
 * @param min smallest number, or empty
 * @param max largest number, or empty
 * @param options the only values allowed, or empty when any will do
 * @param required whether there is no default
 */
record Attribute(
    String id,
    String type,
    boolean several,
    Optional<String> min,
    Optional<String> max,
    List<String> options,
    boolean required) {

  /** A value that does not fit. */
  static final class BadValueException extends Exception {
    private static final long serialVersionUID = 1L;

    BadValueException(String allowed) {
      super(allowed);
    }
  }

  /**
   * Converts a value from the configuration file.
   *
   * @return the typed value, or an array of them
   * @throws BadValueException with what is allowed
   */
  Object convert(String text) throws BadValueException {
    if (!several) {
      return scalar(text.strip());
    }
    String[] parts = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*", -1);
    for (String part : parts) {
      if (!type.equals("String")) {
        throw new BadValueException("a list of text; lists of other types are not supported");
      }
      scalar(part);
    }
    return parts;
  }

  private Object scalar(String text) throws BadValueException {
    if (!options.isEmpty() && !options.contains(text)) {
      throw new BadValueException("one of " + String.join(", ", options));
    }
    try {
      return switch (type) {
        case "Integer" -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        case "Long" -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
        case "Double" -> decimal(text);
        case "Boolean" -> truth(text);
        default -> text;
      };
    } catch (NumberFormatException e) {
      throw new BadValueException(allowedNumber());
    }
  }

  private long whole(String text, long lowest, long highest) throws BadValueException {
    long value = Long.parseLong(text);
    long from = min.map(Long::parseLong).orElse(lowest);
    long to = max.map(Long::parseLong).orElse(highest);
    if (value < from || value > to) {
      throw new BadValueException(allowedNumber());
    }
    return value;
  }

  private double decimal(String text) throws BadValueException {
    double value = Double.parseDouble(text);
    if (Double.isNaN(value)
        || (min.isPresent() && value < Double.parseDouble(min.get()))
        || (max.isPresent() && value > Double.parseDouble(max.get()))) {
      throw new BadValueException(allowedNumber());
    }
    return value;
  }

  private static boolean truth(String text) throws BadValueException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadValueException("true or false");
    };
  }

  private String allowedNumber() {
    String kind = type.equals("Double") ? "a number" : "a whole number";
    if (min.isPresent() && max.isPresent()) {
      return kind + " from " + min.get() + " to " + max.get();
    }
    return min.map(low -> kind + " of at least " + low)
        .or(() -> max.map(high -> kind + " of at most " + high))
        .orElse(kind);
  }
}
