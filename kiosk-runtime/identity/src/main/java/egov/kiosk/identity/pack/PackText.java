package egov.kiosk.identity.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The plain text that manifests and the store's own notes are written in: UTF-8, lines of {@code
 * key = value}, empty lines, and lines that begin with {@code #}. No escapes, no continued lines,
 * and no key twice: two readers can never read two different packs out of one file.
 */
public final class PackText {
  /** The largest file of this kind, in bytes. */
  public static final int MOST_BYTES = 64 << 10;

  private static final int MOST_LINES = 1000;
  private static final int LONGEST_VALUE = 2000;
  private static final Pattern KEY =
      Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9-]{1,32}){0,3}");

  private PackText() {}

  /**
   * Reads such a text.
   *
   * @param name of the file, for messages
   * @return the values by key, in the order written
   */
  public static Map<String, String> read(String name, byte[] bytes) throws FacePackException {
    if (bytes.length > MOST_BYTES) {
      throw new FacePackException(name + " is larger than " + MOST_BYTES + " bytes");
    }
    String[] lines = text(name, bytes).split("\n", -1);
    if (lines.length > MOST_LINES) {
      throw new FacePackException(name + " has more than " + MOST_LINES + " lines");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (!line.isBlank() && !line.startsWith("#")) {
        take(values, line, name + " line " + (i + 1));
      }
    }
    return values;
  }

  private static String text(String name, byte[] bytes) throws FacePackException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FacePackException(name + " is not a text in UTF-8", e);
    }
  }

  private static void take(Map<String, String> values, String line, String where)
      throws FacePackException {
    int equals = line.indexOf('=');
    String key = equals < 0 ? "" : line.substring(0, equals).strip();
    if (key.length() > 100 || !KEY.matcher(key).matches()) {
      throw new FacePackException(where + " is not of the form key = value");
    }
    String value = line.substring(equals + 1).strip();
    if (value.length() > LONGEST_VALUE || value.chars().anyMatch(Character::isISOControl)) {
      throw new FacePackException(
          where + ": the value of " + key + " is too long or no plain text");
    }
    if (values.putIfAbsent(key, value) != null) {
      throw new FacePackException(where + ": " + key + " is there twice");
    }
  }
}
