package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of one JSON object, taken out one by one; at the end nothing may be left over. Faults
 * name the member and never its value. For one thread.
 */
final class Members {
  /** 2 to the power of 53, less one (RFC 7493 §2.2). */
  private static final long LARGEST_WHOLE = (1L << 53) - 1;

  private final String where;
  private final Map<String, Object> object;
  private final Set<String> left;

  Members(String where, Map<String, Object> object) {
    this.where = where;
    this.object = object;
    left = new HashSet<>(object.keySet());
  }

  /** A text that must be there. */
  String text(String name) throws MalformedMessageException {
    if (take(name) instanceof String text) {
      return text;
    }
    throw wrong(name);
  }

  /** A text that may be absent. */
  Optional<String> optionalText(String name) throws MalformedMessageException {
    return object.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A text that must be there, or a null that stands for none. */
  Optional<String> nullableText(String name) throws MalformedMessageException {
    if (object.containsKey(name) && object.get(name) == null) {
      left.remove(name);
      return Optional.empty();
    }
    return Optional.of(text(name));
  }

  double number(String name) throws MalformedMessageException {
    if (take(name) instanceof Double number) {
      return number;
    }
    throw wrong(name);
  }

  int integer(String name) throws MalformedMessageException {
    double number = number(name);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw wrong(name);
    }
    return (int) number;
  }

  /** A whole number from 0 that every JSON reader holds exactly. */
  long whole(String name) throws MalformedMessageException {
    double number = number(name);
    if (number != Math.rint(number) || number < 0 || number > LARGEST_WHOLE) {
      throw wrong(name);
    }
    return (long) number;
  }

  /** A list of texts that must be there. */
  List<String> list(String name) throws MalformedMessageException {
    List<String> texts = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof String text)) {
        throw wrong(name);
      }
      texts.add(text);
    }
    return texts;
  }

  /** A list of whole numbers from 0 that must be there. */
  List<Integer> integers(String name) throws MalformedMessageException {
    List<Integer> numbers = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof Double number)
          || number != Math.rint(number)
          || number < 0
          || number > Integer.MAX_VALUE) {
        throw wrong(name);
      }
      numbers.add(number.intValue());
    }
    return numbers;
  }

  /** An object that must be there. */
  Members object(String name) throws MalformedMessageException {
    return object(name, take(name));
  }

  /** An object that must be there, or a null that stands for none. */
  Optional<Members> nullableObject(String name) throws MalformedMessageException {
    Object value = take(name);
    return value == null ? Optional.empty() : Optional.of(object(name, value));
  }

  List<Members> objects(String name) throws MalformedMessageException {
    List<Members> objects = new ArrayList<>();
    for (Object item : items(name)) {
      objects.add(object(name, item));
    }
    return objects;
  }

  /** All members, each an object whose members are texts. */
  Map<String, Map<String, String>> textsByName() throws MalformedMessageException {
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    for (String name : object.keySet()) {
      groups.put(name, object(name).texts());
    }
    return groups;
  }

  /** All members, each a text. */
  Map<String, String> texts() throws MalformedMessageException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : object.keySet()) {
      texts.put(name, text(name));
    }
    return texts;
  }

  /** A text that must be exactly this. */
  void constant(String name, String expected) throws MalformedMessageException {
    if (!text(name).equals(expected)) {
      throw wrong(name);
    }
  }

  /** The instant of a text, whose form must be the one that was written. */
  Instant instant(String name) throws MalformedMessageException {
    return value(name, text(name), Instant::parse);
  }

  LocalDate day(String name) throws MalformedMessageException {
    return value(name, text(name), LocalDate::parse);
  }

  /** A text as a value whose {@code toString} is that text. */
  <T> T value(String name, Function<String, T> reader) throws MalformedMessageException {
    return value(name, text(name), reader);
  }

  boolean flag(String name) throws MalformedMessageException {
    if (take(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name);
  }

  boolean has(String name) {
    return object.containsKey(name);
  }

  /** Refuses members that nobody asked for. */
  void done() throws MalformedMessageException {
    if (!left.isEmpty()) {
      throw new MalformedMessageException(where + " has a member the contract does not know");
    }
  }

  MalformedMessageException wrong(String name) {
    return new MalformedMessageException(where + "." + name + " is missing or wrong");
  }

  private <T> T value(String name, String text, Function<String, T> reader)
      throws MalformedMessageException {
    try {
      T value = reader.apply(text);
      if (value.toString().equals(text)) {
        return value;
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw wrong(name);
    }
    throw wrong(name);
  }

  @SuppressWarnings("unchecked") // StrictJson makes no other maps.
  private Members object(String name, Object value) throws MalformedMessageException {
    if (value instanceof Map<?, ?> map) {
      return new Members(where + "." + name, (Map<String, Object>) map);
    }
    throw wrong(name);
  }

  private List<?> items(String name) throws MalformedMessageException {
    if (take(name) instanceof List<?> list) {
      return list;
    }
    throw wrong(name);
  }

  private Object take(String name) throws MalformedMessageException {
    if (!object.containsKey(name)) {
      throw wrong(name);
    }
    left.remove(name);
    return object.get(name);
  }
}
