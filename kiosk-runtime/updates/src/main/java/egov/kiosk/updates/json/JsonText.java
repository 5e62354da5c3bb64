package egov.kiosk.updates.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in its canonical form (RFC 8785) for the few values metadata has: {@link String},
 * {@link Long}, {@link Boolean}, {@link List}, {@link Map} with string keys.
 */
public final class JsonText {
  private JsonText() {}

  /** The canonical bytes. */
  public static byte[] write(Map<String, ?> object) {
    StringBuilder out = new StringBuilder(1024);
    value(object, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void value(Object value, StringBuilder out) {
    if (value instanceof String text) {
      string(text, out);
    } else if (value instanceof Long || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      object(map, out);
    } else if (value instanceof List<?> list) {
      array(list, out);
    } else {
      throw new IllegalArgumentException("metadata has no such value");
    }
  }

  private static void object(Map<?, ?> map, StringBuilder out) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((name, value) -> sorted.put((String) name, value));
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      string(member.getKey(), out);
      out.append(':');
      value(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void array(List<?> list, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object item : list) {
      out.append(separator);
      value(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit == '"' || unit == '\\') {
        out.append('\\').append(unit);
      } else if (unit < ' ' || Character.isSurrogate(unit)) {
        throw new IllegalArgumentException("metadata has no such character");
      } else {
        out.append(unit);
      }
    }
    out.append('"');
  }
}
