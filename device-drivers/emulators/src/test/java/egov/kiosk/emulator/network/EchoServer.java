package egov.kiosk.emulator.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends back what it gets, on a free port of one address. */
final class EchoServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket server;
  private final Thread porter;

  EchoServer(String host) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName(host));
    porter = daemon(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket guest = server.accept();
        daemon(() -> echo(guest));
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  private static void echo(Socket guest) {
    try (guest) {
      guest.getInputStream().transferTo(guest.getOutputStream());
    } catch (IOException e) {
      // The guest broke off.
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "echo");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /**
   * Nobody is let in any more when this returns; until then an accept under way may still do so.
   */
  @Override
  public void close() throws IOException {
    server.close();
    try {
      porter.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
