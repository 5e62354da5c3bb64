package egov.kiosk.domain.fleet;

import java.io.IOException;
import java.util.Set;

/**
 * Whether the kiosk serves the public (暂停服务、恢复服务). A citizen who is being served finishes; nobody
 * new begins while any {@link Closure} holds. Safe for use by several threads.
 */
public interface ServiceLock {
  /** Why new citizens are refused; empty when they are not. */
  Set<Closure> closures();

  /** Whether new citizens are refused. */
  default boolean locked() {
    return !closures().isEmpty();
  }

  /** Whether a citizen is being served now. */
  boolean serving();

  /**
   * Closes for one reason, or ends that reason; does nothing when it is so already. On the disk
   * when this returns.
   *
   * @param why one that is {@linkplain Closure#ordered() ordered}
   * @throws IOException when it could not be kept; nothing changed
   * @throws IllegalArgumentException when nobody can order it
   */
  void close(Closure why, boolean closed) throws IOException;
}
