package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.EventStage;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.field.TaskKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the arguments of the command {@code field-work}: {@code grid} and {@code at}, then members
 * named {@code task.ID.part}, {@code house.ID.part}, {@code house.ID.f.field} and {@code
 * event.ID.part}. Parts that are not known are ignored, as of any command.
 */
final class OrderReader {
  private static final int LONGEST = 500;
  private static final int MOST_ENTRIES = 500;

  private OrderReader() {}

  /**
   * @throws IllegalArgumentException when it is none; the message repeats nothing of it
   */
  static FieldOrder read(Map<String, String> arguments) {
    Map<String, Map<String, String>> tasks = entries(arguments, "task");
    Map<String, Map<String, String>> houses = entries(arguments, "house");
    Map<String, Map<String, String>> events = entries(arguments, "event");
    if (tasks.size() + houses.size() + events.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException("more than " + MOST_ENTRIES + " entries at once");
    }
    try {
      GridCell grid = new GridCell(need(arguments, "grid"));
      return new FieldOrder(
          Instant.parse(need(arguments, "at")),
          kept(tasks, "withdrawn").entrySet().stream()
              .map(entry -> task(grid, entry.getKey(), entry.getValue()))
              .toList(),
          dropped(tasks, "withdrawn"),
          kept(houses, "gone").entrySet().stream()
              .map(entry -> house(grid, entry.getKey(), entry.getValue()))
              .toList(),
          dropped(houses, "gone"),
          events.entrySet().stream()
              .map(entry -> event(entry.getKey(), entry.getValue()))
              .toList());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date or time is none");
    }
  }

  private static Map<String, Map<String, String>> entries(
      Map<String, String> arguments, String kind) {
    Map<String, Map<String, String>> entries = new TreeMap<>();
    arguments.forEach(
        (name, value) -> {
          String[] parts = name.split("\\.", 3);
          if (parts.length == 3 && parts[0].equals(kind)) {
            entries.computeIfAbsent(parts[1], id -> new LinkedHashMap<>()).put(parts[2], value);
          }
        });
    return entries;
  }

  private static Map<String, Map<String, String>> kept(
      Map<String, Map<String, String>> entries, String unless) {
    Map<String, Map<String, String>> kept = new TreeMap<>(entries);
    kept.values().removeIf(parts -> parts.containsKey(unless));
    return kept;
  }

  private static Set<FieldId> dropped(Map<String, Map<String, String>> entries, String which) {
    Set<FieldId> ids = new HashSet<>();
    entries.forEach(
        (id, parts) -> {
          if (parts.containsKey(which)) {
            ids.add(new FieldId(id));
          }
        });
    return ids;
  }

  private static Task task(GridCell grid, String id, Map<String, String> parts) {
    return new Task(
        new FieldId(id),
        Optional.ofNullable(parts.get("grid")).map(GridCell::new).orElse(grid),
        word(TaskKind.class, need(parts, "kind")),
        need(parts, "title"),
        parts.getOrDefault("note", ""),
        Optional.ofNullable(parts.get("house")).map(FieldId::new),
        Optional.ofNullable(parts.get("item")),
        Optional.ofNullable(parts.get("event")),
        Optional.ofNullable(parts.get("due")).map(LocalDate::parse),
        (int) number(parts.getOrDefault("round", "1"), 1000),
        false);
  }

  private static Household house(GridCell grid, String id, Map<String, String> parts) {
    Map<String, String> fields = new TreeMap<>();
    parts.forEach(
        (name, value) -> {
          String field = name.startsWith("f.") ? name.substring(2) : "";
          if (HouseFields.isOne(field) && !value.isEmpty()) {
            if (value.length() > LONGEST) {
              throw new IllegalArgumentException("a field is too long");
            }
            fields.put(field, value);
          }
        });
    return new Household(
        new FieldId(id),
        Optional.ofNullable(parts.get("grid")).map(GridCell::new).orElse(grid),
        number(need(parts, "revision"), Long.MAX_VALUE),
        fields,
        Map.of());
  }

  private static FieldOrder.Progress event(String id, Map<String, String> parts) {
    String note = parts.getOrDefault("note", "");
    if (note.length() > LONGEST) {
      throw new IllegalArgumentException("a note is too long");
    }
    return new FieldOrder.Progress(
        new TransactionId(id), word(EventStage.class, need(parts, "stage")), note);
  }

  private static String need(Map<String, String> parts, String name) {
    return Optional.ofNullable(parts.get(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  private static <E extends Enum<E>> E word(Class<E> words, String word) {
    try {
      return Enum.valueOf(words, word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no such " + words.getSimpleName());
    }
  }

  private static long number(String digits, long most) {
    if (!digits.matches("[0-9]{1,18}") || Long.parseLong(digits) > most) {
      throw new IllegalArgumentException("a number is none");
    }
    return Long.parseLong(digits);
  }
}
