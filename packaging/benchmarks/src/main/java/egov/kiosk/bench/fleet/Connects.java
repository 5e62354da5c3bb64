package egov.kiosk.bench.fleet;

import java.net.ConnectException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What became of tries to connect. Safe for several threads. */
final class Connects {
  private long[] at = new long[1024];
  private int good;
  private long refused;
  private long wasted;
  private long lost;
  private final Map<String, Integer> causes = new TreeMap<>();

  /** A kiosk is there, by the nanosecond clock. */
  synchronized void succeeded(long nanos) {
    if (good == at.length) {
      at = Arrays.copyOf(at, 2 * good);
    }
    at[good++] = nanos;
  }

  /** A try failed: nobody listened, which costs nobody anything, or somebody did. */
  synchronized void failed(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof ConnectException) {
        refused++;
        return;
      }
    }
    wasted++;
    causes.merge(cause == null ? "none" : cause.getClass().getSimpleName(), 1, Integer::sum);
  }

  synchronized void lost() {
    lost++;
  }

  /** Forgets everything. */
  synchronized void reset() {
    good = 0;
    refused = 0;
    wasted = 0;
    lost = 0;
    causes.clear();
  }

  synchronized int good() {
    return good;
  }

  synchronized long refused() {
    return refused;
  }

  synchronized long wasted() {
    return wasted;
  }

  /** The most in any second that begins with one of them. */
  synchronized int peak() {
    return peak(Arrays.copyOf(at, good), TimeUnit.SECONDS.toNanos(1));
  }

  static int peak(long[] times, long span) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.length; last++) {
      while (sorted[last] - sorted[first] >= span) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  @Override
  public synchronized String toString() {
    return "good=" + good + " refused=" + refused + " wasted=" + wasted + " lost=" + lost + causes;
  }
}
