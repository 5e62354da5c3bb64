package egov.kiosk.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A wire that keeps a copy of what one connection carries. */
final class Tap implements AutoCloseable {
  private final ServerSocket listening;
  private final ByteArrayOutputStream up = new ByteArrayOutputStream();
  private final ByteArrayOutputStream down = new ByteArrayOutputStream();

  Tap(InetSocketAddress onward) throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    run(
        () -> {
          Socket client = listening.accept();
          Socket server = new Socket(onward.getAddress(), onward.getPort());
          run(() -> copy(client, server, up));
          run(() -> copy(server, client, down));
        });
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort());
  }

  byte[] up() {
    synchronized (up) {
      return up.toByteArray();
    }
  }

  byte[] down() {
    synchronized (down) {
      return down.toByteArray();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void copy(Socket from, Socket to, ByteArrayOutputStream kept) throws IOException {
    byte[] buffer = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        synchronized (kept) {
          kept.write(buffer, 0, count);
        }
        out.write(buffer, 0, count);
      }
    }
  }

  private static void run(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // One side is gone.
              }
            },
            "tap");
    thread.setDaemon(true);
    thread.start();
  }
}
