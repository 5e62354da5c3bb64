package egov.kiosk.domain.health;

import java.time.Duration;

/** One thing a technician's doctor looks at. Registered as a service by the room that knows it. */
public interface HealthCheck {
  /** What is checked; also the order of the report is by name. */
  String name();

  /**
   * Checks now. Never throws: what went wrong is the finding.
   *
   * @param timeout how long the check may take at most
   */
  Finding check(Duration timeout);

  /**
   * How long a finding is good enough while nobody waits for it: what changes slowly or costs much
   * is not looked at in every round. A doctor who is called looks anew.
   */
  default Duration keeps() {
    return Duration.ZERO;
  }
}
