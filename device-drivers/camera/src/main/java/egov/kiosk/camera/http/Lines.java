package egov.kiosk.camera.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lines and header fields of HTTP and MIME (RFC 9112, RFC 2046), each with a limit. */
final class Lines {
  static final int LONGEST = 1024;
  private static final int MOST_FIELDS = 32;

  private final InputStream in;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line, without its end.
   *
   * @throws IOException when it has more than {@value #LONGEST} bytes, or ends in the middle
   */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the answer ended in a line");
      }
      if (line.size() == LONGEST) {
        throw new IOException("a line is too long");
      }
      line.write(next);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * Header fields up to the empty line, by their names in small letters.
   *
   * @throws IOException when there are more than {@value #MOST_FIELDS}, one comes twice, or one is
   *     none
   */
  Map<String, String> fields() throws IOException {
    Map<String, String> fields = new TreeMap<>();
    int count = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      count++;
      if (colon < 1 || count > MOST_FIELDS) {
        throw new IOException("a header that is none");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      if (fields.put(name, line.substring(colon + 1).strip()) != null && needed(name)) {
        throw new IOException("a header comes twice");
      }
    }
    return fields;
  }

  private static boolean needed(String name) {
    return name.equals("content-length") || name.equals("content-type");
  }
}
