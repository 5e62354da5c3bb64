package egov.kiosk.emulator.reader;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A reader behind a serial-to-Ethernet box: one host at a time on a loopback port; a second one
 * takes the line over, as such boxes do. The same door serves a USB bulk reader, whose packets the
 * test's libusb carries here.
 */
final class TcpSide implements HostSide {
  private final Selector selector;
  private final ServerSocketChannel door;
  private SocketChannel host;

  private TcpSide(Selector selector, ServerSocketChannel door) {
    this.selector = selector;
    this.door = door;
  }

  /**
   * Listens on a loopback port; 0 takes a free one.
   *
   * @throws IOException when the port is taken
   */
  static TcpSide at(int port) throws IOException {
    ServerSocketChannel door = ServerSocketChannel.open();
    Selector selector = Selector.open();
    door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    door.configureBlocking(false);
    door.register(selector, SelectionKey.OP_ACCEPT);
    return new TcpSide(selector, door);
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws IOException {
    selector.select(Math.max(1, timeout.toMillis()));
    selector.selectedKeys().clear();
    SocketChannel next = door.accept();
    if (next != null) {
      hangUp();
      host = next;
      host.configureBlocking(false);
      host.setOption(StandardSocketOptions.TCP_NODELAY, true);
      host.register(selector, SelectionKey.OP_READ);
    }
    if (host == null) {
      return 0;
    }
    try {
      int count = host.read(ByteBuffer.wrap(buffer));
      if (count >= 0) {
        return count;
      }
    } catch (IOException e) {
      // The host's end broke: the same as its end.
    }
    hangUp();
    return 0;
  }

  @Override
  public void write(byte[] bytes, int from, int to) throws IOException {
    if (host != null) {
      try {
        host.write(ByteBuffer.wrap(bytes, from, to - from));
      } catch (IOException e) {
        hangUp();
      }
    }
  }

  private void hangUp() throws IOException {
    if (host != null) {
      host.close();
      host = null;
    }
  }

  @Override
  public boolean speaksAt(Baud baud) {
    return true;
  }

  int port() {
    return door.socket().getLocalPort();
  }

  @Override
  public String place() {
    return "port=" + port();
  }

  @Override
  public void close() {
    try {
      hangUp();
      door.close();
      selector.close();
    } catch (IOException e) {
      System.err.println("reader: port stays: " + e.getMessage());
    }
  }
}
