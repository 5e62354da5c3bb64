package egov.kiosk.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Listens, and accepts connections whose handshake can be bounded. */
public final class BoundedServerSocket extends ServerSocket {
  /**
   * @param where to listen; port 0 asks for any free one
   * @param backlog most connections that wait to be accepted
   */
  public BoundedServerSocket(InetSocketAddress where, int backlog) throws IOException {
    setReuseAddress(true);
    bind(where, backlog);
  }

  @Override
  public BoundedSocket accept() throws IOException {
    BoundedSocket accepted = new BoundedSocket(System::nanoTime);
    implAccept(accepted);
    return accepted;
  }
}
