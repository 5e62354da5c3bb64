package egov.kiosk.downlink.inquiry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One who asked, and what came down since. What does not fit any more is dropped. */
final class Waiting {
  private static final int MOST = 8;

  private final BlockingQueue<byte[]> came = new ArrayBlockingQueue<>(MOST);
  private final LongSupplier nanos;
  private final long end;

  Waiting(Duration timeout, LongSupplier nanos) {
    this.nanos = nanos;
    end = nanos.getAsLong() + timeout.toNanos();
  }

  /** Something came down. */
  void came(byte[] payload) {
    came.offer(payload);
  }

  /** The next thing that came; empty when the time is over. */
  Optional<byte[]> next() throws InterruptedException {
    long left = end - nanos.getAsLong();
    return left <= 0
        ? Optional.empty()
        : Optional.ofNullable(came.poll(left, TimeUnit.NANOSECONDS));
  }

  /** How long there is still time. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }
}
