package egov.kiosk.downlink;

import egov.kiosk.domain.fleet.DownChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What came down and waits for its turn, in two rows: orders, and states of applications, which
 * come many at once when a line is back. Orders go first, so that a restart or a lock does not wait
 * behind a thousand notices; after a few orders a state has its turn, so that neither row stands
 * still. What finds its row full is turned away. Safe for use by several threads.
 */
final class Inbox {
  /** How many orders wait at most. */
  static final int MOST_ORDERS = 16;

  /** How many states wait at most. */
  static final int MOST_STATES = 1_000;

  /** How many orders go before a state that waits. */
  static final int ORDERS_IN_A_ROW = 8;

  private static final int LARGEST_ORDER = 256 * 1024;
  private static final int LARGEST_STATE = 16 * 1024;

  private final Deque<Received> orders = new ArrayDeque<>();
  private final Deque<Received> states = new ArrayDeque<>();
  private int inARow;
  private boolean nudged;

  /**
   * Puts it into its row.
   *
   * @return false when it is too large or its row is full
   */
  synchronized boolean offer(Received received) {
    boolean state = received.channel() == DownChannel.PROGRESS;
    Deque<Received> row = state ? states : orders;
    int length = received.payload().length;
    if (length > (state ? LARGEST_STATE : LARGEST_ORDER)
        || row.size() >= (state ? MOST_STATES : MOST_ORDERS)) {
      return false;
    }
    row.addLast(received);
    notifyAll();
    return true;
  }

  /** Whoever waits, or waits next, looks at once whether there is something else to do. */
  synchronized void nudge() {
    nudged = true;
    notifyAll();
  }

  /**
   * Takes what is next.
   *
   * @return empty when nothing came within the time, or somebody was nudged
   */
  synchronized Optional<Received> next(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    long left = timeout.toNanos();
    while (orders.isEmpty() && states.isEmpty() && !nudged && left > 0) {
      // One millisecond more: a wait of zero would be one without an end.
      wait(left / 1_000_000 + 1);
      left = end - System.nanoTime();
    }
    nudged = false;
    boolean state = orders.isEmpty() || inARow >= ORDERS_IN_A_ROW && !states.isEmpty();
    inARow = state ? 0 : inARow + 1;
    return Optional.ofNullable(state ? states.pollFirst() : orders.pollFirst());
  }
}
