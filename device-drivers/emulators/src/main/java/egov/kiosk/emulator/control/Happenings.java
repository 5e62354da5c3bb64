package egov.kiosk.emulator.control;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What the device has just come to, told by its own thread, so that a script can act at exactly
 * that point: between two commands of a card, in the middle of a page.
 *
 * <p>{@link #tell} holds the device's thread until the script that waited for the event has given
 * its next orders, one second at most. At most one script waits; nobody waiting costs a lock only.
 * Safe for use by several threads.
 */
public final class Happenings {
  private static final long LONGEST_HOLD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private String awaited;
  private int left;
  private boolean acting;

  /**
   * The device's side: says that something happened.
   *
   * @param event a word, or several with one space between, e.g. {@code request 3002}
   */
  public synchronized void tell(String event) {
    if (!event.equals(awaited) || --left > 0) {
      return;
    }
    awaited = null;
    acting = true;
    notifyAll();
    long end = System.nanoTime() + LONGEST_HOLD_NANOS;
    try {
      for (long rest = LONGEST_HOLD_NANOS; acting && rest > 0; rest = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, rest);
      }
    } catch (InterruptedException e) {
      // The device is being unplugged by the very script it waits for.
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The script's side: waits for an event.
   *
   * @param times the how-manyth from now
   * @return whether it came in time
   */
  synchronized boolean await(String event, int times, Duration timeout)
      throws InterruptedException {
    awaited = event;
    left = times;
    letGo();
    long end = System.nanoTime() + timeout.toNanos();
    try {
      for (long rest = timeout.toNanos();
          awaited != null && rest > 0;
          rest = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, rest);
      }
      return awaited == null;
    } finally {
      awaited = null;
    }
  }

  /** Whether a script waits for an event. */
  synchronized boolean listening() {
    return awaited != null;
  }

  /** The script's side: has nothing more to order at this point; the device goes on. */
  synchronized void letGo() {
    acting = false;
    notifyAll();
  }
}
