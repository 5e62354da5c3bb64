package egov.kiosk.crypto.custody;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The textual form of keys and certificates (RFC 7468), as OpenSSL writes and reads it. */
final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  static String encode(String label, byte[] der) {
    byte[] newLine = {'\n'};
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE, newLine).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /**
   * Every block with that label, in order. Text around blocks is a comment; blocks of other labels
   * are passed over.
   *
   * @throws IllegalArgumentException when a block does not end or is not Base64
   */
  static List<byte[]> decode(String label, byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    List<byte[]> blocks = new ArrayList<>();
    int at = text.indexOf(begin);
    while (at >= 0) {
      int stop = text.indexOf(end, at);
      if (stop < 0) {
        throw new IllegalArgumentException("a PEM block does not end");
      }
      String body = text.substring(at + begin.length(), stop).replaceAll("\\s", "");
      blocks.add(Base64.getDecoder().decode(body));
      at = text.indexOf(begin, stop);
    }
    return blocks;
  }
}
