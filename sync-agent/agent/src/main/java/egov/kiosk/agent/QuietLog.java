package egov.kiosk.agent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each kind of problem once a minute at most and says how often it came meanwhile. Used by one
 * thread; the kinds are the program's own words, so there are few.
 */
final class QuietLog {
  private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private final Map<String, Kind> kinds = new HashMap<>();

  private static final class Kind {
    long quietUntil;
    long suppressed;
    long total;
  }

  QuietLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Notes a problem.
   *
   * @param kind which
   * @param what the line to log; never anything a peer sent
   * @return whether it was logged
   */
  boolean problem(String kind, String what) {
    long now = nanos.getAsLong();
    Kind known = kinds.get(kind);
    if (known == null) {
      known = new Kind();
      kinds.put(kind, known);
    } else if (known.quietUntil - now > 0) {
      known.suppressed++;
      known.total++;
      return false;
    }
    if (known.suppressed > 0) {
      LOG.warn("agent: {} ({} more since the last line)", what, known.suppressed);
    } else {
      LOG.warn("agent: {}", what);
    }
    known.quietUntil = now + PAUSE;
    known.suppressed = 0;
    known.total++;
    return true;
  }

  /** How often a problem came in all. */
  long total(String kind) {
    Kind known = kinds.get(kind);
    return known == null ? 0 : known.total;
  }
}
