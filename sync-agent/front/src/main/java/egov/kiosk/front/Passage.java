package egov.kiosk.front;

import egov.kiosk.tls.BoundedSocket;
import egov.kiosk.tls.SecuredLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/** One client's way to the broker and back: two threads, a buffer each, and one common end. */
final class Passage {
  private static final int BUFFER = 16 * 1024;
  private static final int CONNECT_MILLIS = 5000;
  private static final long NOT_WRITING = Long.MIN_VALUE;

  private final BoundedSocket client;
  private final Socket broker = new Socket();
  private final LongSupplier nanos;
  private volatile SecuredLine line;
  private volatile long upSince = NOT_WRITING;
  private volatile long downSince = NOT_WRITING;

  Passage(BoundedSocket client, LongSupplier nanos) {
    this.client = client;
    this.nanos = nanos;
  }

  /** Carries both directions until one of them ends. */
  void carry(SecuredLine secured, FrontSettings settings, ThreadFactory threads)
      throws IOException, InterruptedException {
    line = secured;
    byte[] begun = new byte[0];
    if (settings.identity()) {
      client.within(settings.handshake());
      ConnectPacket connect = ConnectPacket.read(secured.input());
      client.unbounded(0);
      if (!connect.clientId().equals(secured.facts().peer())) {
        throw new ForeignIdentityException(secured.facts().peer());
      }
      begun = connect.bytes();
    }
    broker.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.brokerPort()),
        CONNECT_MILLIS);
    broker.setTcpNoDelay(true);
    broker.getOutputStream().write(begun);
    CountDownLatch ended = new CountDownLatch(1);
    threads.newThread(() -> down(secured, ended)).start();
    up(secured);
    close();
    ended.await();
  }

  /** Whether a write has lasted longer than that. */
  boolean stalled(long limitNanos) {
    long now = nanos.getAsLong();
    return upSince != NOT_WRITING && now - upSince > limitNanos
        || downSince != NOT_WRITING && now - downSince > limitNanos;
  }

  /** Ends both sides. */
  void close() {
    SecuredLine secured = line;
    if (secured != null) {
      secured.close();
    }
    closeQuietly(client);
    closeQuietly(broker);
  }

  private void up(SecuredLine secured) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = secured.input();
      OutputStream out = broker.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        upSince = nanos.getAsLong();
        out.write(buffer, 0, count);
        upSince = NOT_WRITING;
      }
    } catch (IOException e) {
      // One of the two is gone: so is the passage.
    }
  }

  private void down(SecuredLine secured, CountDownLatch ended) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = broker.getInputStream();
      OutputStream out = secured.output();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        downSince = nanos.getAsLong();
        out.write(buffer, 0, count);
        downSince = NOT_WRITING;
      }
    } catch (IOException e) {
      // As above.
    } finally {
      close();
      ended.countDown();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to free.
    }
  }
}
