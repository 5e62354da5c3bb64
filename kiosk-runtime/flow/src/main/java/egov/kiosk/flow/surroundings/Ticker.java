package egov.kiosk.flow.surroundings;

import java.time.Duration;

/** Time that only ever goes forward, whatever happens to the wall clock. */
@FunctionalInterface
public interface Ticker {
  /** Time since some fixed moment. */
  Duration elapsed();

  /** The machine's own. */
  static Ticker system() {
    return () -> Duration.ofNanos(System.nanoTime());
  }
}
