package egov.kiosk.uplinkmqtt.link;

import egov.kiosk.tls.LineFacts;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredSocket;
import egov.kiosk.tls.ServerName;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sockets that are secured when they are connected, and let no packet through that is too large.
 * The client library takes them for plain ones: it has no say in whom to believe.
 */
final class SecuredSocketFactory extends ConnectingSocketFactory {
  private final LineSecurity security;
  private final LineSettings settings;
  private final ServerName server;
  private final Consumer<LineFacts> agreed;
  private final Duration patience;
  private final int largestPacket;

  SecuredSocketFactory(LinkOptions options, Securing securing) throws IOException {
    settings = securing.settings();
    agreed = securing.agreed();
    security = securing.ways().named(settings.security());
    server = ServerName.of(options.broker().host());
    patience = options.session().connectTimeout();
    largestPacket = options.windows().maximumPacketSize();
  }

  @Override
  public Socket createSocket() throws IOException {
    return new LimitedSocket();
  }

  private final class LimitedSocket extends SecuredSocket {
    private InputStream input;

    LimitedSocket() throws SocketException {
      super(security, server, settings, patience);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      super.connect(endpoint, timeout);
      agreed.accept(facts());
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      if (input == null) {
        input = new PacketLimitInputStream(super.getInputStream(), largestPacket);
      }
      return input;
    }
  }
}
