package egov.kiosk.conformance;

import java.time.Duration;

/**
 * How a check ended.
 *
 * @param id the check's id
 * @param promise what was checked
 * @param verdict how it ended
 * @param remark why it failed or was not run, or a figure; one line, no personal data; may be empty
 * @param took how long it took, the hand's time included
 */
public record Result(String id, String promise, Verdict verdict, String remark, Duration took) {
  /** The ways a check can end. */
  public enum Verdict {
    PASSED,
    FAILED,
    /** The hand could not make a gesture, or the device has not what is checked. */
    NOT_RUN
  }
}
