package egov.kiosk.pageprinter.ipp;

import egov.kiosk.link.LinkAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Where an IPP printer is (RFC 3510): {@code ipp://127.0.0.1:60000/ipp/print}, {@code
 * ipp://[::1]/ipp/print}. Not encrypted, so best a printer on this machine's own cable, which the
 * daemon {@code ipp-usb} puts on the loopback.
 *
 * @param tcp host and port, 631 unless said
 * @param path absolute, without query
 */
public record IppAddress(LinkAddress.Tcp tcp, String path) {
  private static final int USUAL_PORT = 631;

  public IppAddress {
    if (!path.matches("/[A-Za-z0-9._~/-]{0,200}")) {
      throw new IllegalArgumentException("a printer's path is plain, such as /ipp/print");
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static IppAddress parse(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if ("ipp".equals(uri.getScheme()) && plain) {
        int port = uri.getPort() == -1 ? USUAL_PORT : uri.getPort();
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new IppAddress(new LinkAddress.Tcp(host, port), uri.getRawPath());
      }
    } catch (URISyntaxException e) {
      // falls to the one message below
    }
    throw new IllegalArgumentException(
        "a page printer is ipp://HOST:PORT/PATH, such as ipp://127.0.0.1:60000/ipp/print");
  }

  /** Whether pages stay on this machine on their way to the printer's cable. */
  public boolean local() {
    try {
      return InetAddress.getByName(tcp.host()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Host and port as HTTP and URIs write them. */
  String authority() {
    String host = tcp.host();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + tcp.port();
  }

  URI uri() {
    return URI.create("ipp://" + authority() + path);
  }

  @Override
  public String toString() {
    return uri().toString();
  }
}
