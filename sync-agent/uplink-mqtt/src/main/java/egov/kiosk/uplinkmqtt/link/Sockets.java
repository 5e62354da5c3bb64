package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.SocketFactory;

/** The sockets an address asks for. */
final class Sockets {
  private Sockets() {}

  static SocketFactory of(LinkOptions options) throws IOException, GeneralSecurityException {
    return options.broker().tls()
        ? new LingeringSocketFactory(TlsTrust.sockets(options.trustFile()))
        : new PlainSocketFactory(options.windows().maximumPacketSize());
  }
}
