package egov.kiosk.enrolment.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named values, one a line, ASCII: {@code name=value\n}. There is exactly one way to write one, so
 * that a digest over the bytes is a digest over what they say. Immutable.
 */
public final class Sheet {
  /** Larger ones are not read. */
  public static final int LARGEST = 64 * 1024;

  private static final int MOST_LINES = 64;

  private final Map<String, String> values;

  private Sheet(Map<String, String> values) {
    this.values = values;
  }

  /** An empty one of a kind. */
  public static Sheet of(String kind) {
    return new Sheet(new LinkedHashMap<>()).with("kind", kind);
  }

  /** The same with one more line; printable ASCII without line ends, any length. */
  public Sheet with(String name, String value) {
    if (!name.matches("[a-z-]{1,32}") || !printable(value) || values.containsKey(name)) {
      throw new IllegalArgumentException("not a line of a sheet: " + name);
    }
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Sheet(more);
  }

  /** The same with bytes, in Base64. */
  public Sheet with(String name, byte[] value) {
    return with(name, Base64.getEncoder().encodeToString(value));
  }

  /** The same with several byte strings, in Base64, separated by commas. */
  public Sheet with(String name, List<byte[]> several) {
    List<String> encoded = new ArrayList<>();
    several.forEach(one -> encoded.add(Base64.getEncoder().encodeToString(one)));
    return with(name, String.join(",", encoded));
  }

  /** Reads one of that kind; empty when it is not exactly what such a sheet is written as. */
  public static Optional<Sheet> parse(byte[] bytes, String kind, List<String> names) {
    if (bytes.length > LARGEST) {
      return Optional.empty();
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String[] lines = text.split("\n", MOST_LINES);
    Map<String, String> read = new LinkedHashMap<>();
    for (int i = 0; i + 1 < lines.length; i++) {
      int at = lines[i].indexOf('=');
      if (at < 1 || !printable(lines[i])) {
        return Optional.empty();
      }
      read.put(lines[i].substring(0, at), lines[i].substring(at + 1));
    }
    List<String> wanted = new ArrayList<>(List.of("kind"));
    wanted.addAll(names);
    boolean whole =
        lines[lines.length - 1].isEmpty()
            && lines.length == wanted.size() + 1
            && new ArrayList<>(read.keySet()).equals(wanted)
            && kind.equals(read.get("kind"));
    return whole ? Optional.of(new Sheet(read)) : Optional.empty();
  }

  /** A value that is there. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a sheet lacks " + name);
    }
    return value;
  }

  /**
   * A value as bytes.
   *
   * @throws IllegalArgumentException when it is not the one Base64 of anything
   */
  public byte[] bytes(String name) {
    return decoded(text(name));
  }

  /** A value as several byte strings; none when it is empty. */
  public List<byte[]> several(String name) {
    List<byte[]> found = new ArrayList<>();
    if (!text(name).isEmpty()) {
      for (String one : text(name).split(",", -1)) {
        found.add(decoded(one));
      }
    }
    return found;
  }

  private static byte[] decoded(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("not the one way to write it");
    }
    return bytes;
  }

  /** As it travels. */
  public byte[] encoded() {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean printable(String value) {
    return value.chars().allMatch(unit -> unit >= 0x20 && unit < 0x7f);
  }

  /** Which lines it has. */
  @Override
  public String toString() {
    return "Sheet" + values.keySet();
  }
}
