package egov.kiosk.domain.field;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where an event stands in its life (事件流转): 采集→受理→派单→处置→核查→结案→评价. What a check finds wanting is
 * seen to again.
 */
public enum EventStage {
  /** Collected by the worker (采集). */
  COLLECTED,
  /** Taken by the platform, which gave it a number (受理). */
  ACCEPTED,
  /** Assigned to whoever is to see to it (派单). */
  ASSIGNED,
  /** Seen to (处置). */
  HANDLED,
  /** Checked on the spot (核查). */
  CHECKED,
  /** Closed (结案). */
  CLOSED,
  /** Judged by whoever brought it up (评价). */
  RATED;

  /** The stage of that name. */
  public static Optional<EventStage> of(String name) {
    return Arrays.stream(values()).filter(stage -> stage.name().equals(name)).findFirst();
  }

  /**
   * Whether the platform may say so next: any later stage, because a tablet misses what happens
   * while it is offline, or back to {@link #ASSIGNED} until it is closed.
   */
  public boolean mayBecome(EventStage next) {
    boolean again = next == ASSIGNED && (this == HANDLED || this == CHECKED);
    return again || next.compareTo(this) > 0;
  }
}
