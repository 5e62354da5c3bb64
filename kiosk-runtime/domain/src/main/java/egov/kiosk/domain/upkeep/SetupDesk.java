package egov.kiosk.domain.upkeep;

import egov.kiosk.domain.access.AccessException;
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
   * @param kioskId who it is to be; empty for the configured one
   * @param platform the enrolment desk, {@code HOST:PORT}
   * @param authority digest of the root authority on the operator's sheet; empty when the machine
   *     believes one already
   * @throws SetupException {@link SetupException.Reason#CODE_REFUSED}, {@link
   *     SetupException.Reason#PLATFORM_UNREACHABLE}, {@link SetupException.Reason#NO_ENROLMENT},
   *     {@link SetupException.Reason#BAD_ANSWER}
   */
  SetupView enrol(String code, String kioskId, String platform, String authority, Duration timeout)
      throws SetupException;

  /** Whether the first technician may come in at the page, and what the machine lacks for that. */
  FirstStart firstStart();

  /**
   * The first technician: taken into the book of staff, and the machine made a kiosk, when the
   * platform confirms the code, and neither without it; afterwards the runtime starts anew. The
   * root must be the machine's own: none is taken from whoever stands before it.
   *
   * @throws SetupException {@link SetupException.Reason#NO_ENROLMENT} when this machine is not
   *     waiting for it, {@link SetupException.Reason#TECHNICIAN_TAKEN} when it was cut off between
   *     the two, and as {@link #enrol}
   * @throws AccessException when badge or PIN are not taken; the code is as good as before
   */
  void begin(FirstStart.Wish wish, Duration timeout) throws SetupException, AccessException;

  /**
   * Says where the platform's broker is and with which password; in force at once and after every
   * start. Then looks at the network and, where the machine is a kiosk, whether the broker lets it
   * in.
   *
   * @param address {@code ssl://HOST:PORT}, or {@code tcp://} to this machine itself
   * @param password kept in its file, and never shown again; empty: as it was
   * @param timeout for each single look
   * @throws SetupException {@link SetupException.Reason#BAD_ANSWER}, {@link
   *     SetupException.Reason#NOT_KEPT}
   */
  SetupView broker(String address, String password, Duration timeout) throws SetupException;

  /**
   * Takes the organisation's seal (印章) from a removable medium into its place, if it is one this
   * kiosk can seal with.
   *
   * @param file one of {@link SetupView#seals}
   * @throws SetupException {@link SetupException.Reason#SEAL_REFUSED} with why, {@link
   *     SetupException.Reason#BAD_ANSWER} when that file is not offered, {@link
   *     SetupException.Reason#NOT_KEPT}
   */
  SetupView seal(String file) throws SetupException;

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
