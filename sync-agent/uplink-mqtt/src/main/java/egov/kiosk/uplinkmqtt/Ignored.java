package egov.kiosk.uplinkmqtt;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what kinds of messages are ignored, each kind once a minute at most and how many it were
 * meanwhile: whoever can send can send ten thousand a second, and the log is on the disk. For one
 * thread.
 */
final class Ignored {
  private static final Logger LOG = LoggerFactory.getLogger(Ignored.class);
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private final Map<String, Long> saidAt = new HashMap<>();
  private final Map<String, Long> unsaid = new HashMap<>();

  Ignored(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Notes one.
   *
   * @param why the program's own words, of which there are few
   * @return whether it was said
   */
  boolean note(String why) {
    long now = nanos.getAsLong();
    Long last = saidAt.get(why);
    if (last != null && now - last < PAUSE) {
      unsaid.merge(why, 1L, Long::sum);
      return false;
    }
    Long more = unsaid.remove(why);
    LOG.warn("{} ({} more before)", why, more == null ? 0 : more);
    saidAt.put(why, now);
    return true;
  }
}
