package egov.kiosk.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A TCP socket on which a whole handshake, not only each read, ends in time: whoever sends a byte
 * now and then does not hold it up.
 */
public final class BoundedSocket extends Socket {
  private static final long NONE = Long.MAX_VALUE;

  private final LongSupplier nanos;
  private volatile long left = NONE;
  private volatile long begun;
  private InputStream input;

  /**
   * @param nanos measures time
   */
  public BoundedSocket(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** From now on all reads together may take this long. */
  public void within(Duration time) {
    begun = nanos.getAsLong();
    left = time.toNanos();
  }

  /** From now on each read takes as long as this timeout says; 0 for ever. */
  public void unbounded(int timeoutMillis) throws IOException {
    left = NONE;
    setSoTimeout(timeoutMillis);
  }

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    if (input == null) {
      input = new Bounded(super.getInputStream());
    }
    return input;
  }

  private final class Bounded extends FilterInputStream {
    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left != NONE) {
        long millis = (left - (nanos.getAsLong() - begun)) / 1_000_000;
        if (millis < 1) {
          throw new SocketTimeoutException("the handshake takes too long");
        }
        setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
      }
      return super.read(buffer, offset, length);
    }
  }
}
