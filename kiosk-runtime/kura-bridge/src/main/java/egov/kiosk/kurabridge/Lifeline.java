package egov.kiosk.kurabridge;

import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;
import org.eclipse.kura.watchdog.CriticalComponent;
import org.eclipse.kura.watchdog.WatchdogService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One critical thread and the watchdog: it is checked in while it is alive. The watchdog restarts
 * the whole machine, so it is given longer than the thread's own patience. Used by one thread.
 */
final class Lifeline implements CriticalComponent, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifeline.class);

  private final LifeSign sign;
  private final WatchdogService watchdog;
  private final Duration grace;
  private boolean silent;

  Lifeline(LifeSign sign, WatchdogService watchdog, Duration grace) {
    this.sign = sign;
    this.watchdog = watchdog;
    this.grace = grace;
    watchdog.registerCriticalComponent(this);
  }

  /** Checks in, unless the thread is stuck. */
  void look() {
    boolean alive = sign.alive();
    if (alive) {
      watchdog.checkin(this);
    }
    if (silent == alive) {
      silent = !alive;
      if (silent) {
        LOG.error(
            "bridge: {} has been silent for {} s; the machine is started again unless it recovers"
                + " within {} s",
            sign.name(),
            sign.silent().toSeconds(),
            grace.toSeconds());
      } else {
        LOG.info("bridge: {} is alive again", sign.name());
      }
    }
  }

  @Override
  public String getCriticalComponentName() {
    return "kiosk-" + sign.name();
  }

  @Override
  public int getCriticalComponentTimeout() {
    return Math.toIntExact(sign.patience().plus(grace).toMillis());
  }

  @Override
  public void close() {
    watchdog.unregisterCriticalComponent(this);
  }
}
