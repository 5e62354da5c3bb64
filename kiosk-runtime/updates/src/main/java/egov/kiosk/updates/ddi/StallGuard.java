package egov.kiosk.updates.ddi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A body that is closed from outside when nothing of it came for a while: the JDK's client waits
 * for a silent server without end. For one reader.
 */
final class StallGuard extends FilterInputStream {
  private final LongSupplier nanos;
  private final ScheduledFuture<?> watch;
  private volatile long latest;

  StallGuard(
      InputStream body, Duration patience, ScheduledExecutorService clockwork, LongSupplier nanos) {
    super(body);
    this.nanos = nanos;
    latest = nanos.getAsLong();
    long tick = Math.max(1, patience.toMillis() / 4);
    watch =
        clockwork.scheduleWithFixedDelay(
            () -> closeIfSilent(patience), tick, tick, TimeUnit.MILLISECONDS);
  }

  private void closeIfSilent(Duration patience) {
    if (nanos.getAsLong() - latest > patience.toNanos()) {
      try {
        close();
      } catch (IOException e) {
        // It is being given up in any case.
        watch.cancel(false);
      }
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    latest = nanos.getAsLong();
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int got = super.read(into, offset, length);
    latest = nanos.getAsLong();
    return got;
  }

  @Override
  public void close() throws IOException {
    watch.cancel(false);
    super.close();
  }
}
