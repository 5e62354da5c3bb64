package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS sockets that can always be closed: without a linger time the JDK's {@code close} waits for a
 * writer that a dead line holds up, which may be for ever.
 */
final class LingeringSocketFactory extends SSLSocketFactory {
  private static final int SECONDS = 1;

  private final SSLSocketFactory sockets;

  LingeringSocketFactory(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  @Override
  public Socket createSocket() throws IOException {
    return lingering(sockets.createSocket());
  }

  @Override
  public Socket createSocket(Socket inner, String host, int port, boolean autoClose)
      throws IOException {
    return lingering(sockets.createSocket(inner, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return lingering(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return lingering(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return lingering(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return lingering(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }

  private static Socket lingering(Socket socket) throws IOException {
    socket.setSoLinger(true, SECONDS);
    socket.setTcpNoDelay(true);
    return socket;
  }
}
