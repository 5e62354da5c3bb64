package egov.kiosk.emulator.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The port the proxy listens on. While shut, connections are refused and the number stays ours: a
 * socket that is bound and never listens keeps it.
 */
final class Door implements AutoCloseable {
  private static final int BACKLOG = 256;

  private final InetSocketAddress address;
  private final Socket placeholder = new Socket();
  private ServerSocket server;
  private boolean listening;
  private boolean ended;

  /**
   * @param wanted port 0 takes a free one
   */
  Door(InetSocketAddress wanted) throws IOException {
    placeholder.setReuseAddress(true);
    placeholder.bind(wanted);
    address = (InetSocketAddress) placeholder.getLocalSocketAddress();
    open();
  }

  InetSocketAddress address() {
    return address;
  }

  synchronized void open() throws IOException {
    if (server == null && !ended) {
      ServerSocket fresh = new ServerSocket();
      fresh.setReuseAddress(true);
      fresh.bind(address, BACKLOG);
      server = fresh;
      notifyAll();
    }
  }

  /** Returns when nobody is let in any more: the kernel listens as long as a thread is in it. */
  synchronized void shut() throws IOException {
    if (server == null) {
      return;
    }
    server.close();
    server = null;
    try {
      while (listening) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next connection, null when the door was closed for good. */
  Socket accept() throws InterruptedException {
    while (true) {
      ServerSocket opened = awaitOpen();
      if (opened == null) {
        return null;
      }
      try {
        return opened.accept();
      } catch (IOException e) {
        // Shut meanwhile: wait for the next opening.
      } finally {
        left();
      }
    }
  }

  private synchronized ServerSocket awaitOpen() throws InterruptedException {
    while (server == null && !ended) {
      wait();
    }
    listening = server != null;
    return server;
  }

  private synchronized void left() {
    listening = false;
    notifyAll();
  }

  @Override
  public synchronized void close() throws IOException {
    ended = true;
    shut();
    placeholder.close();
    notifyAll();
  }
}
