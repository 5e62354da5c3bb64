package egov.kiosk.pageprinter.ipp;

import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One POST on one connection (RFC 9112). Small on purpose: no redirects, no cookies, no keep-alive,
 * no more than is allowed, and everything within one deadline however slowly the other side drips.
 */
final class HttpPost {
  private static final int CHUNK = 64 * 1024;

  private final IppAddress address;
  private final Link link;
  private final Deadline deadline;

  HttpPost(IppAddress address, Link link, Deadline deadline) {
    this.address = address;
    this.link = link;
    this.deadline = deadline;
  }

  /**
   * Sends and reads the answer's body.
   *
   * @throws IppException when what answers is not what it should be
   * @throws LinkException when the connection fails
   */
  byte[] exchange(byte[] body) throws IppException, LinkException, InterruptedException {
    String head =
        "POST "
            + address.path()
            + " HTTP/1.1\r\nHost: "
            + address.authority()
            + "\r\nContent-Type: application/ipp\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    link.write(head.getBytes(StandardCharsets.US_ASCII), deadline.remaining());
    for (int from = 0; from < body.length; from += CHUNK) {
      int to = Math.min(body.length, from + CHUNK);
      link.write(Arrays.copyOfRange(body, from, to), deadline.remaining());
    }
    return new HttpAnswer(new HttpBytes(link, deadline)).body();
  }
}
