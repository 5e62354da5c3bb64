package egov.kiosk.pageprinter.ipp;

import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import java.io.ByteArrayOutputStream;

/** The bytes of an answer, one after the other, until the deadline. */
final class HttpBytes {
  private final Link link;
  private final Deadline deadline;
  private final byte[] buffer = new byte[8192];
  private int at;
  private int end;

  HttpBytes(Link link, Deadline deadline) {
    this.link = link;
    this.deadline = deadline;
  }

  private int next() throws IppException, LinkException, InterruptedException {
    if (at == end) {
      if (deadline.passed()) {
        throw IppException.silent();
      }
      at = 0;
      end = link.read(buffer, 0, buffer.length, deadline.remaining());
      if (end == 0) {
        throw IppException.silent();
      }
    }
    return Byte.toUnsignedInt(buffer[at++]);
  }

  /** One line without its end. */
  String line(int longest) throws IppException, LinkException, InterruptedException {
    StringBuilder line = new StringBuilder();
    for (int value = next(); value != '\n'; value = next()) {
      if (line.length() == longest) {
        throw IppException.nonsense("a line of its HTTP head is too long");
      }
      line.append((char) value);
    }
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }

  void take(int count, ByteArrayOutputStream into)
      throws IppException, LinkException, InterruptedException {
    for (int i = 0; i < count; i++) {
      into.write(next());
    }
  }

  /** A number as it stands in a head, at most {@code most}. */
  static int number(String text, int radix, int most) throws IppException {
    String digits = text.strip();
    if (digits.matches(radix == 16 ? "[0-9A-Fa-f]{1,8}" : "[0-9]{1,9}")) {
      long value = Long.parseLong(digits, radix);
      if (value <= most) {
        return (int) value;
      }
    }
    throw IppException.nonsense("a length in its HTTP head is no number or too large");
  }
}
