package egov.kiosk.updates.json;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what {@link JsonText} writes and nothing else, within limits: the bytes written again are
 * the bytes read. Needs memory in proportion to a length that was bounded before.
 */
final class JsonReader {
  private static final int DEEPEST = 8;
  private static final int MOST_DIGITS = 15;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  static Map<String, Object> read(byte[] bytes, int longest) throws UpdateRefusedException {
    if (bytes.length > longest) {
      throw refused("longer than " + longest + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused("not UTF-8");
    }
    JsonReader reader = new JsonReader(text);
    if (!(reader.value(0) instanceof Map<?, ?> map) || reader.at != text.length()) {
      throw refused("not one object");
    }
    @SuppressWarnings("unchecked") // object() makes no other maps.
    Map<String, Object> object = (Map<String, Object>) map;
    if (!Arrays.equals(JsonText.write(object), bytes)) {
      throw refused("not in canonical form (RFC 8785)");
    }
    return object;
  }

  private Object value(int depth) throws UpdateRefusedException {
    if (depth > DEEPEST) {
      throw refused("deeper than " + DEEPEST + " levels");
    }
    char next = peek();
    if (next == '{') {
      return object(depth);
    }
    if (next == '[') {
      return array(depth);
    }
    if (next == '"') {
      return string();
    }
    if (word("true")) {
      return true;
    }
    if (word("false")) {
      return false;
    }
    return number();
  }

  private Map<String, Object> object(int depth) throws UpdateRefusedException {
    Map<String, Object> members = new TreeMap<>();
    at++;
    if (taken('}')) {
      return members;
    }
    do {
      String name = string();
      need(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw refused("a name twice");
      }
    } while (taken(','));
    need('}');
    return members;
  }

  private List<Object> array(int depth) throws UpdateRefusedException {
    List<Object> items = new ArrayList<>();
    at++;
    if (taken(']')) {
      return items;
    }
    do {
      items.add(value(depth + 1));
    } while (taken(','));
    need(']');
    return items;
  }

  private String string() throws UpdateRefusedException {
    need('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char unit = text.charAt(at++);
      if (unit == '\\') {
        unit = peek();
        at++;
        if (unit != '"' && unit != '\\') {
          throw refused("an escape that is not needed");
        }
      } else if (unit < ' ' || Character.isSurrogate(unit)) {
        throw refused("a character that may not be there");
      }
      out.append(unit);
    }
    at++;
    return out.toString();
  }

  private Long number() throws UpdateRefusedException {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > MOST_DIGITS) {
      throw refused("not a value, or a number too long");
    }
    return Long.valueOf(text.substring(from, at));
  }

  private char peek() throws UpdateRefusedException {
    if (at >= text.length()) {
      throw refused("cut short");
    }
    return text.charAt(at);
  }

  private boolean taken(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  private boolean word(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private void need(char expected) throws UpdateRefusedException {
    if (!taken(expected)) {
      throw refused("not JSON");
    }
  }

  private static UpdateRefusedException refused(String why) {
    return new UpdateRefusedException(Refusal.MALFORMED, "the metadata is " + why);
  }
}
