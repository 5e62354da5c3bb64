package egov.kiosk.updates.desk;

import egov.kiosk.domain.audit.AuditResult;

/**
 * What the room must know of the others, and what it asks of them. Nothing of it blocks for long.
 */
public interface Around {
  /** Whether everything was started and the screens are served. */
  boolean served();

  /** Whether a citizen is being served. */
  boolean serving();

  /** Whether the queue is more than 80 % full. */
  boolean queueFull();

  /** What works and is alive now; may take some seconds. */
  TrialWatch.Seen look();

  /** Stops the runtime in order, so that its supervisor starts it again. */
  void restart();

  /**
   * Leaves a record.
   *
   * @param reason one word of a closed list
   */
  void record(AuditResult result, String reason, long version);
}
