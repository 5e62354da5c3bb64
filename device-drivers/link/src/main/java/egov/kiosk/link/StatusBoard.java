package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last known status of one device; a change is logged once, in one line. A device that changes
 * more than ten times a minute, e.g. at a broken cable, is said to do so and not logged again until
 * the next minute. Written by the device's thread, read by any.
 */
public final class StatusBoard {
  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

  private static final int MOST_LINES_A_MINUTE = 10;

  private final String device;
  private final InstantSource clock;
  private volatile DeviceStatus status;

  /** When the minute began in which lines are counted now. */
  private Instant minute;

  private int linesThisMinute;

  /** Starts with {@link DeviceState#STARTING}. */
  public StatusBoard(String device, InstantSource clock) {
    this.device = Objects.requireNonNull(device, "device");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.status = new DeviceStatus(DeviceState.STARTING, Set.of(), clock.instant());
    this.minute = status.since();
  }

  /** What was seen last; never blocks. */
  public DeviceStatus status() {
    return status;
  }

  /** The device answered and says this about itself. */
  public void observed(Condition condition) {
    if (changed(condition.state(), condition.faults())) {
      LOG.info("{}: {} {}", device, condition.state(), condition.faults());
    }
  }

  /**
   * The device failed.
   *
   * @param why for the log: what happened, where, and what to do
   */
  public void failed(FaultCode fault, String why) {
    if (changed(DeviceState.of(fault), Set.of(fault))) {
      LOG.warn("{}", why);
    }
  }

  /** Whether this is news that belongs into the log. */
  private synchronized boolean changed(DeviceState state, Set<FaultCode> faults) {
    DeviceStatus before = status;
    status = new DeviceStatus(state, faults, clock.instant());
    return (before.state() != state || !before.faults().equals(faults)) && mayLog();
  }

  private boolean mayLog() {
    Instant now = status.since();
    if (Duration.between(minute, now).abs().toSeconds() >= 60) {
      minute = now;
      linesThisMinute = 0;
    }
    linesThisMinute++;
    if (linesThisMinute == MOST_LINES_A_MINUTE + 1) {
      LOG.warn("{}: comes and goes; check its cable and plug", device);
    }
    return linesThisMinute <= MOST_LINES_A_MINUTE;
  }
}
