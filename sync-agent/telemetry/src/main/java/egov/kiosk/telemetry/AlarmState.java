package egov.kiosk.telemetry;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.time.Instant;

/**
 * One alarm: what was found, what stands, what the platform was told. It gets worse only after it
 * was found worse for the on-delay without a break, and better only after the off-delay (ISA-18.2:
 * on-delay, off-delay), so that what flutters is told once.
 */
final class AlarmState {
  private final String name;
  private Finding found;
  private Transition standing;
  private Level told = Level.OK;
  private boolean moving;
  private long movingSince;

  AlarmState(String name, Instant at) {
    this.name = name;
    found = Finding.ok(name, "");
    standing = new Transition(at, found);
  }

  /** Takes a finding in. */
  void observe(Finding finding, long now, Instant at, TelemetrySettings settings) {
    int before = Integer.signum(found.level().compareTo(standing.level()));
    int direction = Integer.signum(finding.level().compareTo(standing.level()));
    found = finding;
    if (direction == 0) {
      moving = false;
      return;
    }
    if (!moving || direction != before) {
      moving = true;
      movingSince = now;
    }
    long delay = (direction > 0 ? settings.onDelay() : settings.offDelay()).toNanos();
    if (now - movingSince >= delay) {
      standing = new Transition(at, finding);
      moving = false;
    }
  }

  String name() {
    return name;
  }

  boolean stands() {
    return standing.level() != Level.OK;
  }

  /** Whether there is nothing to remember it for. */
  boolean over() {
    return !stands() && told == Level.OK && found.level() == Level.OK;
  }

  /** Whether the platform is to be told; what was over before it could be told is not news. */
  boolean news() {
    boolean worse = standing.level().compareTo(told) > 0;
    return standing.level() != told && (!worse || found.level().compareTo(told) > 0);
  }

  Transition standing() {
    return standing;
  }

  void told(Level level) {
    told = level;
  }
}
