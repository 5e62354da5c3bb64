package egov.kiosk.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;

/**
 * A socket for libraries that know sockets: {@link #connect} connects, secures the line and checks
 * whose it is, or fails; nothing is ever sent in clear. Reading ends at the read timeout and can be
 * taken up again. One thread may read while another writes; any may close.
 */
public class SecuredSocket extends Socket {
  private static final int LINGER_SECONDS = 1;

  private final LineSecurity security;
  private final ServerName server;
  private final LineSettings settings;
  private final Duration patience;
  private final BoundedSocket raw = new BoundedSocket(System::nanoTime);
  private volatile SecuredLine line;

  /**
   * @param server whom the certificate must name, whatever address is connected to
   * @param patience how long connecting and the handshake may take, each
   */
  public SecuredSocket(
      LineSecurity security, ServerName server, LineSettings settings, Duration patience)
      throws SocketException {
    super((SocketImpl) null);
    this.security = Objects.requireNonNull(security, "security");
    this.server = Objects.requireNonNull(server, "server");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.patience = Objects.requireNonNull(patience, "patience");
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  /**
   * @param timeout milliseconds for connecting; 0 for the patience this was made with
   * @throws LineException why the line cannot be secured
   */
  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    int most = (int) Math.min(patience.toMillis(), Integer.MAX_VALUE);
    raw.connect(resolved(endpoint), timeout == 0 ? most : Math.min(timeout, most));
    boolean secured = false;
    try {
      raw.setTcpNoDelay(true);
      raw.setSoLinger(true, LINGER_SECONDS);
      raw.within(patience);
      line = security.secure(raw, server, settings);
      raw.unbounded(0);
      secured = true;
    } catch (SocketTimeoutException e) {
      throw new LineException(
          LineFault.SILENT,
          "it does not bring the TLS handshake to its end within " + patience.toSeconds() + " s",
          e);
    } finally {
      if (!secured) {
        raw.close();
      }
    }
  }

  /** What was agreed upon. */
  public LineFacts facts() throws SocketException {
    return line().facts();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return line().input();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return line().output();
  }

  @Override
  public void close() throws IOException {
    SecuredLine secured = line;
    if (secured != null) {
      secured.close();
    }
    raw.close();
  }

  @Override
  public void shutdownInput() throws IOException {
    raw.shutdownInput();
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    raw.setSoTimeout(timeout);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return raw.getSoTimeout();
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    raw.setTcpNoDelay(on);
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    raw.setKeepAlive(on);
  }

  @Override
  public boolean isConnected() {
    return line != null;
  }

  @Override
  public boolean isClosed() {
    return raw.isClosed();
  }

  @Override
  public InetAddress getInetAddress() {
    return raw.getInetAddress();
  }

  @Override
  public int getPort() {
    return raw.getPort();
  }

  @Override
  public int getLocalPort() {
    return raw.getLocalPort();
  }

  private SecuredLine line() throws SocketException {
    SecuredLine secured = line;
    if (secured == null) {
      throw new SocketException("the line is not secured yet");
    }
    return secured;
  }

  private static SocketAddress resolved(SocketAddress endpoint) throws IOException {
    if (endpoint instanceof InetSocketAddress address && address.isUnresolved()) {
      throw new UnknownHostException("its name is unknown");
    }
    return endpoint;
  }
}
