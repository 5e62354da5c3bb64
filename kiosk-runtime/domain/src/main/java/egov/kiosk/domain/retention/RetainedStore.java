package egov.kiosk.domain.retention;

import java.io.IOException;
import java.time.Instant;

/**
 * Somebody who keeps something for a number of days and can destroy it (销毁). Implementations
 * register it as a service; the daily job asks them, one after the other, on one thread. Nothing
 * that waits for the platform, and nothing that a person must still look at, is ever due.
 */
public interface RetainedStore {
  /** What it keeps; its {@link Holding#until()} is {@link Until#AGE}. */
  Holding holding();

  /**
   * What is from before an instant. Changes nothing.
   *
   * @throws IOException when it cannot be told; says why, without content
   */
  Due due(Instant before) throws IOException;

  /**
   * Destroys what is from before an instant, oldest first, for good: when this returns it cannot be
   * read in the store any more.
   *
   * @param limit at most so many, at least 1; the caller comes again until nothing is due
   * @return what was destroyed
   * @throws IOException when it failed; some of it may be destroyed, the next call goes on
   */
  Due destroy(Instant before, int limit) throws IOException;
}
