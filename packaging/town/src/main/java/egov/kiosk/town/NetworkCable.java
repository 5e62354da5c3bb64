package egov.kiosk.town;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network cable between kiosk and platform: passes bytes on until it is cut. Cutting ends every
 * connection at once and lets no new one through, as a pulled cable behind a switch does in the
 * end.
 */
public final class NetworkCable implements AutoCloseable {
  private final ServerSocket server;
  private final InetSocketAddress platform;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private NetworkCable(ServerSocket server, InetSocketAddress platform) {
    this.server = server;
    this.platform = platform;
  }

  /** Lays a cable to a port on this machine. */
  public static NetworkCable to(int platformPort) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    NetworkCable cable =
        new NetworkCable(
            new ServerSocket(0, 50, loopback), new InetSocketAddress(loopback, platformPort));
    cable.thread("cable-accept", cable::accept);
    return cable;
  }

  /** The kiosk's end. */
  public int port() {
    return server.getLocalPort();
  }

  /** Cuts the cable. */
  public void cut() {
    cut = true;
    open.forEach(NetworkCable::closeQuietly);
  }

  /** Mends it. */
  public void mend() {
    cut = false;
  }

  public boolean isCut() {
    return cut;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket kiosk = server.accept();
        if (cut) {
          closeQuietly(kiosk);
          continue;
        }
        connect(kiosk);
      } catch (IOException e) {
        // Closed, or the platform is down: the kiosk sees a closed connection and tries again.
      }
    }
  }

  private void connect(Socket kiosk) {
    Socket far = new Socket();
    try {
      far.connect(platform, 2_000);
      kiosk.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
    } catch (IOException e) {
      closeQuietly(kiosk);
      closeQuietly(far);
      return;
    }
    open.add(kiosk);
    open.add(far);
    thread("cable-up", () -> pump(kiosk, far));
    thread("cable-down", () -> pump(far, kiosk));
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int n;
      while ((n = in.read(buffer)) >= 0) {
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One end is gone; so is the other, below.
    }
    for (Socket socket : new Socket[] {from, to}) {
      closeQuietly(socket);
      open.remove(socket);
    }
  }

  private void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is what was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
