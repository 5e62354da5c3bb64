package egov.kiosk.conformance;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much later than asked this machine wakes a thread: what has to be added to a promise in
 * seconds when it is looked at on a machine that does much else.
 */
final class Lateness implements AutoCloseable {
  private static final long NAP_MILLIS = 10;

  private final AtomicLong lost = new AtomicLong();
  private final Thread sleeper = new Thread(this::sleep, "lateness");

  Lateness() {
    sleeper.setDaemon(true);
    sleeper.start();
  }

  private void sleep() {
    try {
      while (true) {
        long before = System.nanoTime();
        Thread.sleep(NAP_MILLIS);
        lost.addAndGet(Math.max(0, System.nanoTime() - before - NAP_MILLIS * 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All of it since the beginning. */
  Duration lost() {
    return Duration.ofNanos(lost.get());
  }

  @Override
  public void close() {
    sleeper.interrupt();
  }
}
