package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.printer.PrinterCounters.Event;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The network side: one host at a time on TCP 127.0.0.1, others wait in the queue as at a real
 * printer. Bytes go to the buffer; real-time status is answered from here, also while the head
 * stands still.
 */
final class PrinterPort implements Runnable, HostSide {
  private static final int CHUNK = 1024;

  /**
   * A printer keeps few answers for a host that does not listen, where a computer keeps millions.
   */
  private static final int ANSWERS_HELD = 4096;

  private static final long STOP_MILLIS = 5_000;

  private final ServerSocket server;
  private final ReceiveBuffer buffer;
  private final Panel panel;
  private final PrinterCounters counters;
  private volatile Socket host;
  private volatile boolean closed;
  private Thread thread;

  private PrinterPort(
      ServerSocket server, ReceiveBuffer buffer, Panel panel, PrinterCounters counters) {
    this.server = server;
    this.buffer = buffer;
    this.panel = panel;
    this.counters = counters;
  }

  /**
   * Opens the port.
   *
   * @param number the TCP port, 0 for a free one
   */
  static PrinterPort open(int number, ReceiveBuffer buffer, Panel panel, PrinterCounters counters)
      throws IOException {
    ServerSocket server = new ServerSocket(number, 5, InetAddress.getByName("127.0.0.1"));
    return new PrinterPort(server, buffer, panel, counters);
  }

  int number() {
    return server.getLocalPort();
  }

  /** Serves hosts until closed. */
  @Override
  public void run() {
    while (!server.isClosed()) {
      try (Socket accepted = server.accept()) {
        accepted.setTcpNoDelay(true);
        accepted.setSendBufferSize(ANSWERS_HELD);
        host = accepted;
        // Looked at after the host is known: close() does the two in the other order.
        if (!closed) {
          listen(accepted.getInputStream());
        }
      } catch (IOException e) {
        // A host that breaks off is its own trouble; a closed server ends the loop.
        host = null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        host = null;
      }
    }
  }

  private void listen(InputStream in) throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    HostBytes bytes = new HostBytes(buffer, panel, counters, this::answer);
    try {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        bytes.take(chunk, count);
      }
    } finally {
      bytes.end();
    }
  }

  @Override
  public String ready() {
    return "port=" + number();
  }

  @Override
  public synchronized void plug() {
    if (thread == null) {
      thread = new Thread(this, "emulator-printer-port");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** The host's connection breaks; the port itself belongs to the network, and stays. */
  @Override
  public void unplug() {
    Socket last = host;
    if (last != null) {
      try {
        last.close();
      } catch (IOException e) {
        counters.count(Event.UNHEARD);
      }
    }
  }

  /**
   * Sends one status byte to the host, if there is one. Thread safe; takes no lock, so that a host
   * that asks and never listens cannot keep the port from closing.
   */
  @Override
  public void answer(int status) {
    Socket listener = host;
    if (listener == null) {
      return;
    }
    try {
      listener.getOutputStream().write(status);
    } catch (IOException e) {
      counters.count(Event.UNHEARD);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    server.close();
    Socket last = host;
    if (last != null) {
      last.close();
    }
    stop();
  }

  private synchronized void stop() {
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
