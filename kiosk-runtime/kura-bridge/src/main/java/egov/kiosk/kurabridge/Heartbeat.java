package egov.kiosk.kurabridge;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.message.KuraPayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the kiosk is, on the operator's own way to the cloud: a number a level, and a line for each
 * check that is not well. Transactions never go this way; their queue is ours (decision 0024).
 * Findings hold no personal data. Used by one thread.
 */
public final class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private boolean failed;

  /**
   * @param clock what the heartbeat is dated by
   */
  public Heartbeat(InstantSource clock) {
    this.clock = clock;
  }

  /** Looks at everything and tells. */
  public void beat(Collection<HealthCheck> checks, CloudPublisher publisher) {
    KuraPayload payload = new KuraPayload();
    payload.setTimestamp(Date.from(clock.instant()));
    int[] levels = new int[Level.values().length];
    for (HealthCheck check : checks) {
      Finding found = look(check);
      levels[found.level().ordinal()]++;
      if (found.level() != Level.OK) {
        payload.addMetric(
            "finding." + found.name(),
            found.level() + ": " + found.what() + " (" + found.actor() + ")");
      }
    }
    for (Level level : Level.values()) {
      payload.addMetric("checks." + level, levels[level.ordinal()]);
    }
    try {
      publisher.publish(new KuraMessage(payload));
      failed = false;
    } catch (KuraException e) {
      if (!failed) {
        LOG.warn("bridge: no heartbeat to the cloud: {}; the kiosk itself goes on", e.toString());
      }
      failed = true;
    }
  }

  /** A check that fails itself must not end the thread that also checks in with the watchdog. */
  private static Finding look(HealthCheck check) {
    try {
      return check.check(PATIENCE);
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("bridge: the check {} fails itself", check.name(), e);
      return new Finding(
          check.name(),
          Level.FAIL,
          "the check itself failed: " + e.getClass().getSimpleName(),
          Actor.TECHNICIAN,
          "send a support bundle to whoever maintains the program");
    }
  }
}
