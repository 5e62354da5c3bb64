package egov.kiosk.domain.fleet;

import java.io.IOException;

/**
 * Takes the kiosk out of public service and back (暂停服务). Survives restarts. A citizen who is being
 * served is served to the end. Safe for use by several threads.
 */
public interface ServiceLock {
  /** Whether new citizens are refused. */
  boolean locked();

  /** Whether a citizen is being served now. */
  boolean serving();

  /**
   * Locks or unlocks; does nothing when it is so already.
   *
   * @throws IOException when it could not be kept; nothing changed
   */
  void lock(boolean locked) throws IOException;
}
