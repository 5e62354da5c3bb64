package egov.kiosk.front;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a minute for each kind of refusal, with how many there were: strangers that knock again
 * and again must not fill the log. Safe for use by several threads.
 */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final long MINUTE = 60_000_000_000L;

  private final LongSupplier nanos;
  private final Map<String, Kind> kinds = new HashMap<>();

  private static final class Kind {
    private long said;
    private long silent;
  }

  Refusals(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Counts one.
   *
   * @param kind one of few
   * @return whether it was logged
   */
  synchronized boolean add(String kind, String message) {
    long now = nanos.getAsLong();
    Kind known = kinds.get(kind);
    if (known != null && now - known.said < MINUTE) {
      known.silent++;
      return false;
    }
    long silent = known == null ? 0 : known.silent;
    Kind fresh = new Kind();
    fresh.said = now;
    kinds.put(kind, fresh);
    LOG.warn("A client was refused: {} ({}), and {} alike before", kind, message, silent);
    return true;
  }
}
