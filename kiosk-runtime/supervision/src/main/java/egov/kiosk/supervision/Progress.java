package egov.kiosk.supervision;

import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Whether the runtime makes progress: every thread that must never stand still was round its loop
 * in time. Networks, brokers and devices are no part of it: their failure is no reason to start
 * again.
 *
 * @param grace how much longer than its own patience a thread may be silent: the runtime's own
 *     ladder (restart of the bundle, of the process) gets its turn first
 */
record Progress(Duration grace) {
  Progress {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace " + grace + " is negative");
    }
  }

  /** The thread that has been silent longest beyond what it may, if any. */
  Optional<LifeSign> stuck(Collection<LifeSign> signs) {
    LifeSign worst = null;
    Duration over = Duration.ZERO;
    for (LifeSign sign : signs) {
      Duration beyond = sign.silent().minus(sign.patience()).minus(grace);
      if (beyond.compareTo(over) > 0) {
        worst = sign;
        over = beyond;
      }
    }
    return Optional.ofNullable(worst);
  }
}
