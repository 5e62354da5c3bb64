package egov.kiosk.downlink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says each kind of problem once a minute at most, and how often it came meanwhile. For one thread;
 * the kinds are the program's own words, so there are few.
 */
final class QuietLog {
  private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private final Map<String, Long> saidAt = new HashMap<>();
  private final Map<String, Long> unsaid = new HashMap<>();

  QuietLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Notes a problem.
   *
   * @param kind which
   * @param what the line to log; never anything a peer sent
   * @return whether it was said
   */
  boolean problem(String kind, String what) {
    long now = nanos.getAsLong();
    Long last = saidAt.get(kind);
    if (last != null && now - last < PAUSE) {
      unsaid.merge(kind, 1L, Long::sum);
      return false;
    }
    Long more = unsaid.remove(kind);
    if (more == null) {
      LOG.warn("downlink: {}", what);
    } else {
      LOG.warn("downlink: {} ({} more since the last line)", what, more);
    }
    saidAt.put(kind, now);
    return true;
  }
}
