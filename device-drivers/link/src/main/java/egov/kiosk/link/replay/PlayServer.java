package egov.kiosk.link.replay;

import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.PlayedLink;
import egov.kiosk.link.capture.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The device's side of a capture at a TCP port of this machine, one connection at a time: for
 * playing it to a driver that was configured and started like any other.
 */
public final class PlayServer implements AutoCloseable {
  private static final Duration SLICE = Duration.ofMillis(20);
  private static final Duration SEND = Duration.ofSeconds(1);

  private final Script script;
  private final ServerSocket server;
  private final Thread thread;

  /**
   * Listens at once.
   *
   * @param port where, at this machine's own address
   */
  public PlayServer(Script script, int port) throws IOException {
    this.script = Objects.requireNonNull(script, "script");
    this.server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.thread = new Thread(this::serve, "played-device");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket driver = server.accept();
          Link device = PlayedLink.open(script)) {
        carry(driver, device);
      } catch (IOException | LinkException e) {
        // The driver closed, or the device hung up: it may come again.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void carry(Socket driver, Link device)
      throws IOException, LinkException, InterruptedException {
    byte[] buffer = new byte[4096];
    driver.setTcpNoDelay(true);
    driver.setSoTimeout((int) SLICE.toMillis());
    InputStream from = driver.getInputStream();
    while (true) {
      ByteArrayOutputStream sent = new ByteArrayOutputStream();
      int count = available(from, buffer);
      // A long job comes in several pieces.
      for (; count > 0; count = available(from, buffer)) {
        sent.write(buffer, 0, count);
      }
      if (sent.size() > 0) {
        device.write(sent.toByteArray(), SEND);
      }
      if (count < 0) {
        return;
      }
      OutputStream to = driver.getOutputStream();
      int answer;
      do {
        answer = device.read(buffer, 0, buffer.length, SLICE);
        to.write(buffer, 0, answer);
      } while (answer > 0);
    }
  }

  private static int available(InputStream from, byte[] buffer) throws IOException {
    try {
      return from.read(buffer);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  /** Hangs up and listens no more, within 5 s. */
  @Override
  public void close() {
    try {
      server.close();
      thread.interrupt();
      TimeUnit.MILLISECONDS.timedJoin(thread, 5_000);
    } catch (IOException e) {
      // It is let go of either way.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
