package egov.kiosk.pageprinter.ipp;

import com.hp.jipp.encoding.IppPacket;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** One question and its answer. */
final class IppExchange {
  private final IppAddress address;
  private final LinkOpener opener;
  private int requestId;

  IppExchange(IppAddress address, LinkOpener opener) {
    this.address = address;
    this.opener = opener;
  }

  IppPacket ask(IppPacket.Builder request, byte[] document, Deadline deadline)
      throws IppException, LinkException, InterruptedException {
    requestId = requestId == Integer.MAX_VALUE ? 1 : requestId + 1;
    byte[] body = body(request.setRequestId(requestId).build(), document);
    try (Link link = opener.open(deadline.remaining())) {
      return parse(new HttpPost(address, link, deadline).exchange(body), requestId);
    }
  }

  private static byte[] body(IppPacket packet, byte[] document) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(512 + document.length);
    try {
      packet.write(body);
    } catch (IOException e) {
      throw new IllegalStateException("memory takes every byte", e);
    }
    body.writeBytes(document);
    return body.toByteArray();
  }

  /** What the library makes of an answer that was looked through before. */
  static IppPacket parse(byte[] answer, int requestId) throws IppException {
    IppScan.check(answer, requestId);
    try {
      return IppPacket.read(new ByteArrayInputStream(answer));
    } catch (IOException | RuntimeException e) {
      throw IppException.nonsense("its answer cannot be read");
    }
  }
}
