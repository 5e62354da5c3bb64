package egov.kiosk.access;

import egov.kiosk.access.book.Offline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How long the platform has been out of reach: the longer of what two clocks say. The one that is
 * never set counts only while the kiosk runs, but cannot be turned back; the wall clock counts
 * nights too. Safe for use by several threads.
 */
final class OfflineWatch {
  private final InstantSource clock;
  private final LongSupplier nanos;
  private boolean online;
  private long lastContact;
  private long served;
  private long since;

  OfflineWatch(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    since = nanos.getAsLong();
    lastContact = seconds();
  }

  /** Goes on from what the book says. */
  synchronized void from(Offline known) {
    lastContact = known.lastContact();
    served = known.served();
  }

  synchronized void contact(boolean reached) {
    if (online || reached) {
      lastContact = seconds();
      served = 0;
      since = nanos.getAsLong();
    }
    online = reached;
  }

  /** What is to be written down. */
  synchronized Offline now() {
    return online
        ? new Offline(seconds(), 0)
        : new Offline(
            lastContact, served + Duration.ofNanos(nanos.getAsLong() - since).toSeconds());
  }

  /** How long it has been. */
  synchronized Duration lasting() {
    Offline now = now();
    return online
        ? Duration.ZERO
        : Duration.ofSeconds(Math.max(now.served(), seconds() - now.lastContact()));
  }

  private long seconds() {
    return Math.max(0, clock.instant().getEpochSecond());
  }
}
