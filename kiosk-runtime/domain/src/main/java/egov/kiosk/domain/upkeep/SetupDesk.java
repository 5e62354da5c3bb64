package egov.kiosk.domain.upkeep;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sets a machine up, step by step, and keeps how far it came. Who asks was let in by the caller.
 * Safe for use by several threads; calls wait for one another.
 */
public interface SetupDesk {
  /** How things stand; looks at nothing anew but the devices' states. */
  SetupView view();

  /**
   * Answers about the site: every field of {@link SiteField} by its word.
   *
   * @throws SetupException {@link SetupException.Reason#BAD_ANSWER}, {@link
   *     SetupException.Reason#NOT_KEPT}
   */
  SetupView site(Map<String, String> answers) throws SetupException;

  /**
   * Looks at everything a step is about; it passes when nothing fails.
   *
   * @param timeout for each single look
   * @throws SetupException {@link SetupException.Reason#NOT_KEPT}
   */
  SetupView check(SetupStep step, Duration timeout) throws SetupException;

  /**
   * Makes this machine a kiosk; afterwards the runtime starts anew.
   *
   * @param code the operator's, as typed; kept nowhere
   * @param platform the enrolment desk, {@code HOST:PORT}
   * @param authority digest of the root authority on the operator's sheet; empty when the machine
   *     believes one already
   * @throws SetupException {@link SetupException.Reason#CODE_REFUSED}, {@link
   *     SetupException.Reason#PLATFORM_UNREACHABLE}, {@link SetupException.Reason#NO_ENROLMENT},
   *     {@link SetupException.Reason#BAD_ANSWER}
   */
  SetupView enrol(String code, String platform, String authority, Duration timeout)
      throws SetupException;

  /**
   * Binds a device to a path that stays; in force at once, and after every start.
   *
   * @throws SetupException {@link SetupException.Reason#NO_SUCH_DEVICE}, {@link
   *     SetupException.Reason#BAD_ANSWER}, {@link SetupException.Reason#NOT_KEPT}
   */
  SetupView bind(String device, String path) throws SetupException;

  /**
   * Tries a device: prints a page, takes a picture, asks how it is. A person judges.
   *
   * @throws SetupException {@link SetupException.Reason#NO_SUCH_DEVICE}
   */
  SetupView test(String device, Duration timeout) throws SetupException;

  /** The picture of the last trial of a device (JPEG), in memory only; empty when there is none. */
  Optional<byte[]> picture(String device);

  /**
   * Says what came of a trial.
   *
   * @param reason needed when it did not pass: a word of {@link TrialFault}
   * @throws SetupException {@link SetupException.Reason#NO_SUCH_DEVICE}, {@link
   *     SetupException.Reason#REASON_MISSING}, {@link SetupException.Reason#NOT_KEPT}
   */
  SetupView judge(String device, boolean passed, String reason) throws SetupException;

  /**
   * Makes the report, seals it, and gives it to the queue.
   *
   * @param badge whose word it is
   * @throws SetupException {@link SetupException.Reason#NOT_YET}, {@link
   *     SetupException.Reason#NO_REPORT}, {@link SetupException.Reason#NOT_KEPT}
   */
  SetupView accept(String badge) throws SetupException;
}
