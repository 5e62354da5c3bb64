package egov.kiosk.audit.syslog;

import egov.kiosk.audit.export.Syslog;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.SecuredSocket;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;

/**
 * One connection to a collector: messages counted in octets (RFC 5425, 4.3). Collectors never
 * answer; all that can be told is whether the line is still there. One thread sends; any may close.
 */
final class CollectorLine implements Closeable {
  private static final int GLANCE_MILLIS = 20;

  private final SecuredSocket socket;
  private final OutputStream out;
  private final InputStream in;
  private final Syslog syslog;

  /**
   * Connects.
   *
   * @throws IOException when it cannot be reached or is not believed
   */
  CollectorLine(Collector collector, LineSecurity way, Syslog syslog) throws IOException {
    this.syslog = syslog;
    socket = new SecuredSocket(way, collector.host(), collector.security(), collector.patience());
    try {
      socket.connect(new InetSocketAddress(collector.host().toString(), collector.port()));
      socket.setSoTimeout(GLANCE_MILLIS);
      out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
      in = socket.getInputStream();
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Sends a record. */
  void put(Follower.Found record) throws IOException {
    out.write(Syslog.framed(syslog.message(record.entry(), record.line())));
  }

  /**
   * Everything put is on its way.
   *
   * @throws IOException when it is not, or the other end has closed
   */
  void flush() throws IOException {
    out.flush();
    requireOpen();
  }

  /** Looks whether the other end has closed; whatever it says is of no interest. */
  void requireOpen() throws IOException {
    try {
      if (in.read() < 0) {
        throw new EOFException("the collector closed the line");
      }
    } catch (SocketTimeoutException e) {
      // It is still there, as far as anybody can tell.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
