package egov.kiosk.updates.json;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one object, taken out one by one; at the end nothing may be left over. Faults name
 * the member and never its value. For one thread.
 */
public final class Members {
  private final String where;
  private final Map<String, Object> object;
  private final Set<String> left;

  private Members(String where, Map<String, Object> object) {
    this.where = where;
    this.object = object;
    left = new HashSet<>(object.keySet());
  }

  /**
   * Reads one object in canonical form.
   *
   * @param longest how many bytes it may have
   * @throws UpdateRefusedException {@link Refusal#MALFORMED} when it is anything else
   */
  public static Members read(String where, byte[] bytes, int longest)
      throws UpdateRefusedException {
    return new Members(where, JsonReader.read(bytes, longest));
  }

  /** A text that must be there. */
  public String text(String name) throws UpdateRefusedException {
    if (take(name) instanceof String text) {
      return text;
    }
    throw wrong(name);
  }

  /** A text of a certain form that must be there. */
  public String text(String name, String form) throws UpdateRefusedException {
    String text = text(name);
    if (text.length() > 4096 || !text.matches(form)) {
      throw wrong(name);
    }
    return text;
  }

  /** A whole number from 0 to the most. */
  public long number(String name, long most) throws UpdateRefusedException {
    if (take(name) instanceof Long number && number <= most) {
      return number;
    }
    throw wrong(name);
  }

  /** A yes or no. */
  public boolean flag(String name) throws UpdateRefusedException {
    if (take(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name);
  }

  /** An instant in the form that was written. */
  public Instant instant(String name) throws UpdateRefusedException {
    String text = text(name);
    try {
      Instant value = Instant.parse(text);
      if (value.toString().equals(text)) {
        return value;
      }
    } catch (DateTimeException e) {
      throw wrong(name);
    }
    throw wrong(name);
  }

  /** An object that must be there. */
  public Members object(String name) throws UpdateRefusedException {
    return object(name, take(name));
  }

  /** Objects that must be there, at most so many. */
  public List<Members> objects(String name, int most) throws UpdateRefusedException {
    List<Members> objects = new ArrayList<>();
    for (Object item : items(name, most)) {
      objects.add(object(name, item));
    }
    return objects;
  }

  /** Texts that must be there, at most so many. */
  public List<String> texts(String name, int most) throws UpdateRefusedException {
    List<String> texts = new ArrayList<>();
    for (Object item : items(name, most)) {
      if (!(item instanceof String text)) {
        throw wrong(name);
      }
      texts.add(text);
    }
    return texts;
  }

  /** Whole numbers that must be there, at most so many. */
  public List<Long> numbers(String name, int most) throws UpdateRefusedException {
    List<Long> numbers = new ArrayList<>();
    for (Object item : items(name, most)) {
      if (!(item instanceof Long number)) {
        throw wrong(name);
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** The names of all members. */
  public Set<String> names() {
    return Set.copyOf(object.keySet());
  }

  /** The value as it was read, for writing it again; empty when there is none. */
  public Optional<Map<String, Object>> raw(String name) {
    @SuppressWarnings("unchecked") // The reader makes no other maps.
    Optional<Map<String, Object>> raw =
        Optional.ofNullable(object.get(name))
            .filter(Map.class::isInstance)
            .map(value -> (Map<String, Object>) value);
    return raw;
  }

  /** Refuses members that nobody asked for. */
  public void done() throws UpdateRefusedException {
    if (!left.isEmpty()) {
      throw new UpdateRefusedException(
          Refusal.MALFORMED, where + " has a member that is not known");
    }
  }

  /** The fault of a member, named. */
  public UpdateRefusedException wrong(String name) {
    return new UpdateRefusedException(
        Refusal.MALFORMED, where + "." + name + " is missing or wrong");
  }

  private Members object(String name, Object value) throws UpdateRefusedException {
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // The reader makes no other maps.
      Map<String, Object> members = (Map<String, Object>) map;
      return new Members(where + "." + name, members);
    }
    throw wrong(name);
  }

  private List<?> items(String name, int most) throws UpdateRefusedException {
    if (take(name) instanceof List<?> list && list.size() <= most) {
      return list;
    }
    throw wrong(name);
  }

  private Object take(String name) throws UpdateRefusedException {
    if (!object.containsKey(name)) {
      throw wrong(name);
    }
    left.remove(name);
    return object.get(name);
  }
}
