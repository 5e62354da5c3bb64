package egov.kiosk.emulator.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** One connection through the proxy: two sockets and a pump each way. */
final class Tunnel {
  private static final int BURST = 64 * 1024;

  private final Socket client;
  private final Socket target;
  private final Weather weather;
  private final AtomicLongArray carried;
  private final Runnable ended;
  private final AtomicInteger pumps = new AtomicInteger(2);
  private volatile boolean stranded;
  private volatile boolean closed;

  /**
   * @param carried bytes carried, counted up by direction
   * @param ended told once, when both directions have ended
   */
  Tunnel(Socket client, Socket target, Weather weather, AtomicLongArray carried, Runnable ended) {
    this.client = client;
    this.target = target;
    this.weather = weather;
    this.carried = carried;
    this.ended = ended;
  }

  void start() {
    pump(Direction.UP, client, target);
    pump(Direction.DOWN, target, client);
  }

  private void pump(Direction direction, Socket from, Socket to) {
    Thread thread =
        new Thread(
            () -> run(direction, from, to), "emulator-network-" + direction.name().toLowerCase());
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Direction direction, Socket from, Socket to) {
    try {
      carry(direction, from.getInputStream(), to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side broke: the other is told the hard way, as by a router that lost the connection.
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reset();
    } finally {
      if (pumps.decrementAndGet() == 0) {
        close();
        ended.run();
      }
    }
  }

  private void carry(Direction direction, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    byte[] burst = new byte[BURST];
    int count;
    do {
      count = in.read(burst);
      weather.travel();
      for (int sent = 0; sent < count; ) {
        weather.hold(direction, () -> stranded, () -> closed);
        int piece = weather.slice(count - sent);
        out.write(burst, sent, piece);
        carried.addAndGet(direction.ordinal(), piece);
        weather.transmit(piece);
        sent += piece;
      }
    } while (count >= 0);
    // The end of the stream travels on the same line as the bytes.
    weather.hold(direction, () -> stranded, () -> closed);
  }

  /** Carries nothing from now on, ever, and tells nobody. */
  void strand() {
    stranded = true;
    weather.wake();
  }

  /** Ends both sides with RST. */
  void reset() {
    try {
      client.setSoLinger(true, 0);
      target.setSoLinger(true, 0);
    } catch (IOException e) {
      // Closed already: nothing to say to anybody.
    }
    close();
  }

  /** Ends both sides with FIN. */
  void close() {
    closed = true;
    closeQuietly(client);
    closeQuietly(target);
    weather.wake();
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The peer is gone; that is what closing wants.
    }
  }
}
