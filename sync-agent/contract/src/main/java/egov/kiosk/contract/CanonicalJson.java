package egov.kiosk.contract;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the one form that is signed (RFC 8785, JCS): members sorted by the UTF-16 units of
 * their names, no white space, UTF-8, numbers as {@link EcmaNumber}, and only the escapes JSON
 * demands. Text is not normalised: a name stays exactly as it is on the card.
 *
 * <p>Values are {@code null}, {@link String}, {@link Boolean}, {@link Number} (as a double), {@link
 * List} and {@link Map} with string keys.
 */
final class CanonicalJson {
  private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
  private static final String SHORT_LETTERS = "btnfr\"\\";

  private CanonicalJson() {}

  /**
   * The canonical bytes of a value.
   *
   * @throws IllegalArgumentException for what JSON cannot say: an unpaired surrogate, infinity
   */
  static byte[] write(Map<String, ?> object) {
    StringBuilder out = new StringBuilder(1024);
    value(object, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void value(Object value, StringBuilder out) {
    if (value instanceof String text) {
      string(text, out);
    } else if (value instanceof Number number) {
      out.append(EcmaNumber.format(number.doubleValue()));
    } else if (value instanceof Map<?, ?> map) {
      object(map, out);
    } else if (value instanceof List<?> list) {
      array(list, out);
    } else if (value == null || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("JSON has no value of " + value.getClass());
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
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      value(items.next(), out);
      if (items.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      int known = SHORT_ESCAPES.indexOf(unit);
      if (known >= 0) {
        out.append('\\').append(SHORT_LETTERS.charAt(known));
      } else if (unit < ' ') {
        out.append(String.format("\\u%04x", (int) unit));
      } else if (Character.isSurrogate(unit)) {
        out.appendCodePoint(pair(text, at++));
      } else {
        out.append(unit);
      }
    }
    out.append('"');
  }

  private static int pair(String text, int at) {
    int codePoint = text.codePointAt(at);
    if (!Character.isSupplementaryCodePoint(codePoint)) {
      throw new IllegalArgumentException("text holds half a character (an unpaired surrogate)");
    }
    return codePoint;
  }
}
