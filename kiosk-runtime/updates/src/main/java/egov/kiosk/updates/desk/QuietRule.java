package egov.kiosk.updates.desk;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When a trial may begin: nobody is served, the queue has room, and it is the time of day. A
 * session that seems to be open for a whole day is not one; it does not hold a trial up any longer,
 * but only at night.
 *
 * @param from when the time of day begins; the same as {@code to} for any time
 * @param to when it ends; before {@code from} when midnight lies between
 */
public record QuietRule(LocalTime from, LocalTime to) {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final LocalTime NIGHT = LocalTime.of(2, 0);
  private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

  /** What holds a trial up. */
  public enum Wait {
    /** Nothing does. */
    NONE,
    /** The queue is more than 80 % full. */
    QUEUE,
    /** A citizen is being served. */
    SERVING,
    /** It is not the time of day. */
    HOURS
  }

  /**
   * Whether it may begin.
   *
   * @param waited how long the update has been waiting
   */
  public Wait now(boolean serving, boolean queueFull, LocalTime time, Duration waited) {
    if (queueFull) {
      return Wait.QUEUE;
    }
    boolean night = !time.isBefore(NIGHT) && time.isBefore(NIGHT_ENDS);
    if (serving && !(night && waited.compareTo(LONGEST) >= 0)) {
      return Wait.SERVING;
    }
    return inside(time) ? Wait.NONE : Wait.HOURS;
  }

  private boolean inside(LocalTime time) {
    if (from.equals(to)) {
      return true;
    }
    boolean late = !time.isBefore(from);
    boolean early = time.isBefore(to);
    return from.isBefore(to) ? late && early : late || early;
  }
}
