package egov.kiosk.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A TCP connection. A selector does the waiting, because a selector can be interrupted without
 * losing the connection.
 */
public final class TcpLink implements Link {
  private final LinkAddress.Tcp address;
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private volatile boolean closed;

  private TcpLink(LinkAddress.Tcp address, SocketChannel channel, Selector selector)
      throws IOException {
    this.address = address;
    this.channel = channel;
    this.selector = selector;
    this.key = channel.register(selector, 0);
  }

  /**
   * Connects.
   *
   * @throws LinkException {@link LinkFault#NOT_THERE} when nobody listens or answers in time
   * @throws InterruptedException when the thread was interrupted meanwhile
   */
  public static TcpLink open(LinkAddress.Tcp address, Duration timeout)
      throws LinkException, InterruptedException {
    SocketChannel channel = null;
    Selector selector = null;
    boolean connected = false;
    try {
      channel = SocketChannel.open();
      selector = Selector.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      TcpLink link = new TcpLink(address, channel, selector);
      link.connect(timeout);
      connected = true;
      return link;
    } catch (IOException e) {
      throw new LinkException(
          LinkFault.NOT_THERE,
          "nothing answers at " + address + "; switch the device on or correct the address",
          e);
    } finally {
      if (!connected) {
        closeQuietly(selector);
        closeQuietly(channel);
      }
    }
  }

  private void connect(Duration timeout) throws IOException, LinkException, InterruptedException {
    InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
    if (target.isUnresolved()) {
      throw new ConnectException("unknown host");
    }
    Deadline deadline = Deadline.after(timeout);
    boolean done = channel.connect(target);
    while (!done) {
      if (!ready(SelectionKey.OP_CONNECT, deadline)) {
        throw new ConnectException("no answer in time");
      }
      done = channel.finishConnect();
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    try {
      do {
        int count = channel.read(ByteBuffer.wrap(buffer, offset, length));
        if (count < 0) {
          throw gone(null);
        }
        if (count > 0) {
          return count;
        }
      } while (ready(SelectionKey.OP_READ, deadline));
      return 0;
    } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
      throw gone(e);
    }
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws LinkException, InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      while (rest.hasRemaining()) {
        if (channel.write(rest) == 0 && !ready(SelectionKey.OP_WRITE, deadline)) {
          throw new LinkException(
              LinkFault.STUCK, address + " takes no more bytes; restart the device");
        }
      }
    } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
      throw gone(e);
    }
  }

  /** Waits for the channel; false when the deadline passed first. */
  private boolean ready(int operation, Deadline deadline) throws IOException, InterruptedException {
    key.interestOps(operation);
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while using a connection");
      }
      long millis = (deadline.remaining().toNanos() + 999_999) / 1_000_000;
      if (millis == 0) {
        return false;
      }
      selector.select(millis);
      if (!selector.isOpen()) {
        throw new ClosedSelectorException();
      }
      if (!selector.selectedKeys().isEmpty()) {
        selector.selectedKeys().clear();
        return true;
      }
    }
  }

  private LinkException gone(Exception cause) {
    return closed
        ? new LinkException(LinkFault.CLOSED, address + " was closed", cause)
        : new LinkException(
            LinkFault.LOST, address + " hung up; check the device's power and cable", cause);
  }

  @Override
  public void close() {
    closed = true;
    closeQuietly(selector);
    closeQuietly(channel);
  }

  private static void closeQuietly(AutoCloseable part) {
    if (part != null) {
      try {
        part.close();
      } catch (Exception e) {
        // It is let go of either way.
      }
    }
  }
}
