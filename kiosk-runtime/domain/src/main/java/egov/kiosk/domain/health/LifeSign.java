package egov.kiosk.domain.health;

import java.time.Duration;

/**
 * A thread without which citizens or accepted transactions wait for ever (生命迹象). Registered as a
 * service by the room that owns it; whoever watches over the machine asks. Safe for use by several
 * threads; no call waits.
 */
public interface LifeSign {
  /** Which thread, for the log: short words with hyphens. */
  String name();

  /** How long it has not been round its loop; zero before it began. */
  Duration silent();

  /** How long it may be silent when all is well. */
  Duration patience();

  /** Whether it can be relied on. */
  default boolean alive() {
    return silent().compareTo(patience()) <= 0;
  }
}
