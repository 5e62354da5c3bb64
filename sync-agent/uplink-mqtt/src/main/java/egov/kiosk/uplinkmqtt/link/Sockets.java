package egov.kiosk.uplinkmqtt.link;

import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import java.io.IOException;
import javax.net.SocketFactory;

/** The sockets an address asks for. */
final class Sockets {
  private Sockets() {}

  static SocketFactory of(LinkOptions options) throws IOException {
    if (!options.broker().tls()) {
      return new PlainSocketFactory(options.windows().maximumPacketSize());
    }
    return new SecuredSocketFactory(
        options,
        options
            .securing()
            .orElseThrow(
                () ->
                    new LineException(
                        LineFault.SETTINGS,
                        "nothing says how to secure the line; set security and its files")));
  }
}
