package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Sockets without encryption: they connect to this machine only, whatever a name resolved to, and
 * let no packet through that is too large.
 */
final class PlainSocketFactory extends ConnectingSocketFactory {
  private final int largestPacket;

  PlainSocketFactory(int largestPacket) {
    this.largestPacket = largestPacket;
  }

  @Override
  public Socket createSocket() {
    return new LoopbackSocket(largestPacket);
  }

  private static final class LoopbackSocket extends Socket {
    private final int largestPacket;
    private InputStream input;

    LoopbackSocket(int largestPacket) {
      this.largestPacket = largestPacket;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress address)
          || address.isUnresolved()
          || !address.getAddress().isLoopbackAddress()) {
        throw new IOException("plain tcp leads to this machine only; use ssl:// for other brokers");
      }
      setTcpNoDelay(true);
      super.connect(endpoint, timeout);
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
