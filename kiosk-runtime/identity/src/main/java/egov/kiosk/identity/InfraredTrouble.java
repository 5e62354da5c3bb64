package egov.kiosk.identity;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was wrong with the infrared camera at the last look that used it. A camera whose lens is
 * covered gives pictures as others do, so that only looks find it out. Safe for several threads.
 */
final class InfraredTrouble {
  /** Its lamp is out, or its lens covered. */
  static final String DARK =
      "the infrared camera's pictures are dark, or something lies on its lens";

  private static final Logger LOG = LoggerFactory.getLogger(InfraredTrouble.class);

  private Optional<String> what = Optional.empty();

  /** A look ended; one that looked at no infrared picture tells nothing new. */
  synchronized void after(InfraredWatch look) {
    if (look.dark()) {
      begin(DARK);
    } else if (look.showed() && what.isPresent()) {
      LOG.info("the infrared camera shows something again");
      forget();
    }
  }

  /** There is trouble; the log says so once, however many looks it lasts. */
  synchronized void begin(String why) {
    if (what.isEmpty()) {
      LOG.warn("infrared: {}", why);
    }
    what = Optional.of(why);
  }

  /** What was seen so far counts no more. */
  synchronized void forget() {
    what = Optional.empty();
  }

  /** Empty when nothing was wrong, or nobody looked yet. */
  synchronized Optional<String> what() {
    return what;
  }
}
