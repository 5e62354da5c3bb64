package egov.kiosk.domain.print;

import java.time.Instant;
import java.util.Optional;

/** How much was printed, for whoever reckons when paper ends. Safe for use by several threads. */
public interface PrintTally {
  /**
   * Slips, or sheets of copies, that came out or may have come out.
   *
   * @param from the first moment that counts
   * @param until the first that does not
   */
  long printed(PrintKind kind, Instant from, Instant until);

  /** When the oldest job began that is remembered; empty when there is none. */
  Optional<Instant> since();
}
