package egov.kiosk.pageprinter.ipp;

import egov.kiosk.link.LinkException;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Reads one HTTP answer: status 200, application/ipp, at most {@link #MOST_BODY} bytes. */
final class HttpAnswer {
  /** Far more than any printer says about itself; ippeveprinter needs 6 KiB. */
  static final int MOST_BODY = 256 * 1024;

  private static final int MOST_LINE = 8 * 1024;
  private static final int MOST_LINES = 100;
  private static final int MOST_INTERIM = 3;

  private final HttpBytes bytes;
  private int length = -1;
  private boolean chunked;
  private boolean ipp;

  HttpAnswer(HttpBytes bytes) {
    this.bytes = bytes;
  }

  byte[] body() throws IppException, LinkException, InterruptedException {
    int status = status();
    for (int i = 0; status / 100 == 1; i++) {
      if (i == MOST_INTERIM) {
        throw IppException.nonsense("it never comes to its answer");
      }
      headers();
      status = status();
    }
    headers();
    if (status / 100 == 3) {
      throw IppException.nonsense("it sends us elsewhere (HTTP " + status + "), which is refused");
    }
    if (status != 200) {
      throw IppException.nonsense("it answers with HTTP " + status);
    }
    if (!ipp) {
      throw IppException.nonsense("its answer is no application/ipp");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (chunked) {
      chunks(body);
    } else if (length >= 0) {
      bytes.take(length, body);
    } else {
      throw IppException.nonsense("its answer has no length");
    }
    return body.toByteArray();
  }

  private int status() throws IppException, LinkException, InterruptedException {
    String line = bytes.line(MOST_LINE);
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw IppException.nonsense("what answers speaks no HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private void headers() throws IppException, LinkException, InterruptedException {
    for (int i = 0; i < MOST_LINES; i++) {
      String line = bytes.line(MOST_LINE);
      if (line.isEmpty()) {
        return;
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw IppException.nonsense("its HTTP head is broken");
      }
      header(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw IppException.nonsense("its HTTP head has too many lines");
  }

  private void header(String name, String value) throws IppException {
    switch (name) {
      case "content-length" -> {
        int said = HttpBytes.number(value, 10, MOST_BODY);
        if (length >= 0 && length != said) {
          throw IppException.nonsense("it gives two lengths");
        }
        length = said;
      }
      case "transfer-encoding" -> {
        if (!value.equalsIgnoreCase("chunked")) {
          throw IppException.nonsense("its transfer coding is unknown");
        }
        chunked = true;
      }
      case "content-type" ->
          ipp = value.toLowerCase(Locale.ROOT).matches("application/ipp(\\s*;.*)?");
      default -> {}
    }
  }

  private void chunks(ByteArrayOutputStream body)
      throws IppException, LinkException, InterruptedException {
    while (true) {
      String line = bytes.line(MOST_LINE);
      int semicolon = line.indexOf(';');
      String size = semicolon < 0 ? line : line.substring(0, semicolon);
      int count = HttpBytes.number(size, 16, MOST_BODY - body.size());
      if (count == 0) {
        return;
      }
      bytes.take(count, body);
      if (!bytes.line(MOST_LINE).isEmpty()) {
        throw IppException.nonsense("its chunks are out of step");
      }
    }
  }
}
