package egov.kiosk.launcher.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration that fits the components it is for.
 *
 * @param values typed values by attribute, by component pid
 */
public record Configuration(Map<String, Map<String, Object>> values) {

  /**
   * Checks a file against what the bundles declare.
   *
   * @param components attributes by id, by component pid
   * @throws ConfigurationException with every fault at once, so that one visit mends them all
   */
  static Configuration check(ConfigurationFile file, Map<String, Map<String, Attribute>> components)
      throws ConfigurationException {
    Map<String, Map<String, Object>> values = new LinkedHashMap<>();
    List<String> complaints = new ArrayList<>();
    for (ConfigurationFile.Line line : file.lines()) {
      String where = file.path() + " line " + line.number() + ": " + line.key();
      Map<String, Attribute> attributes = components.get(line.component());
      if (attributes == null) {
        // A package for a framework of others has fewer components than our file names.
        if (Installation.plugins().isEmpty()) {
          complaints.add(
              where + ": no component is called that; allowed: " + sorted(components.keySet()));
        }
        continue;
      }
      Attribute attribute = attributes.get(line.attribute());
      if (attribute == null) {
        complaints.add(
            where + ": the component has no such setting; allowed: " + sorted(attributes.keySet()));
        continue;
      }
      try {
        Object value = attribute.convert(line.value());
        Map<String, Object> component =
            values.computeIfAbsent(line.component(), key -> new LinkedHashMap<>());
        if (component.put(line.attribute(), value) != null) {
          complaints.add(where + ": is set twice; keep one of the lines");
        }
      } catch (Attribute.BadValueException e) {
        complaints.add(
            where + " = " + line.value() + " is not allowed; allowed: " + e.getMessage());
      }
    }
    complaints.addAll(missing(file, components, values));
    if (!complaints.isEmpty()) {
      throw new ConfigurationException(complaints);
    }
    return new Configuration(values);
  }

  private static List<String> missing(
      ConfigurationFile file,
      Map<String, Map<String, Attribute>> components,
      Map<String, Map<String, Object>> values) {
    List<String> complaints = new ArrayList<>();
    components.forEach(
        (pid, attributes) ->
            attributes.values().stream()
                .filter(Attribute::required)
                .filter(
                    attribute -> !values.getOrDefault(pid, Map.of()).containsKey(attribute.id()))
                .forEach(
                    attribute ->
                        complaints.add(
                            file.path()
                                + ": "
                                + pid
                                + "."
                                + attribute.id()
                                + " is missing and has no default")));
    return complaints;
  }

  private static String sorted(Iterable<String> names) {
    List<String> list = new ArrayList<>();
    names.forEach(list::add);
    list.sort(null);
    return String.join(", ", list);
  }

  /** The same configuration with one value set otherwise. */
  public Configuration with(String pid, String attribute, Object value) {
    Map<String, Map<String, Object>> changed = new LinkedHashMap<>(values);
    Map<String, Object> component = new LinkedHashMap<>(values.getOrDefault(pid, Map.of()));
    component.put(attribute, value);
    changed.put(pid, component);
    return new Configuration(changed);
  }

  /** Only one component's configuration. */
  public Configuration only(String pid) {
    Map<String, Map<String, Object>> one = new LinkedHashMap<>(values);
    one.keySet().retainAll(List.of(pid));
    return new Configuration(one);
  }

  /** Every component's configuration but one. */
  public Configuration without(String pid) {
    Map<String, Map<String, Object>> others = new LinkedHashMap<>(values);
    others.remove(pid);
    return new Configuration(others);
  }

  /** Every value as a text, by {@code component.attribute}. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach(
        (pid, attributes) ->
            attributes
                .keySet()
                .forEach(attribute -> texts.put(pid + "." + attribute, text(pid, attribute, ""))));
    return texts;
  }

  /** A text value, or the given one when it is not set. */
  public String text(String pid, String attribute, String otherwise) {
    Object value = values.getOrDefault(pid, Map.of()).get(attribute);
    if (value instanceof String[] several) {
      return String.join(",", several);
    }
    return value == null ? otherwise : value.toString();
  }
}
