package egov.kiosk.emulator.network;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the line does to bytes right now; thread safe. Every change takes effect at once. */
final class Weather {
  private static final int SLICES_A_SECOND = 20;

  private final Set<Direction> stalled = EnumSet.noneOf(Direction.class);
  private int bytesPerSecond;
  private Duration delay = Duration.ZERO;
  private boolean portal;
  private long changes;

  synchronized void stall(Set<Direction> directions) {
    stalled.addAll(directions);
    wake();
  }

  synchronized void slow(int rate) {
    bytesPerSecond = rate;
    wake();
  }

  synchronized void delay(Duration each) {
    delay = each;
    wake();
  }

  synchronized void portal() {
    portal = true;
  }

  synchronized boolean hasPortal() {
    return portal;
  }

  synchronized void clear() {
    stalled.clear();
    bytesPerSecond = 0;
    delay = Duration.ZERO;
    portal = false;
    wake();
  }

  /** Lets every waiting pump look again at its tunnel and at the faults. */
  synchronized void wake() {
    changes++;
    notifyAll();
  }

  /** How many of so many waiting bytes may go in one piece. */
  synchronized int slice(int waiting) {
    return bytesPerSecond == 0
        ? waiting
        : Math.min(waiting, Math.max(1, bytesPerSecond / SLICES_A_SECOND));
  }

  /** Waits out the delay of a burst; a changed fault ends it early. */
  synchronized void travel() throws InterruptedException {
    rest(delay.toNanos());
  }

  /** Waits until a written piece has left the slow line; a changed fault ends it early. */
  synchronized void transmit(int bytes) throws InterruptedException {
    if (bytesPerSecond > 0) {
      rest(TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond);
    }
  }

  /** Waits while this direction, or this tunnel alone, carries nothing. */
  synchronized void hold(Direction direction, BooleanSupplier stranded, BooleanSupplier closed)
      throws InterruptedException {
    while (!closed.getAsBoolean() && (stalled.contains(direction) || stranded.getAsBoolean())) {
      wait();
    }
  }

  private void rest(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long known = changes;
    for (long left = nanos; left > 0 && known == changes; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
