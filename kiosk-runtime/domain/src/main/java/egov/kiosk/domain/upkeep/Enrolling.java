package egov.kiosk.domain.upkeep;

import java.time.Duration;

/** Makes this machine a kiosk with a one-time code, while the runtime runs and has no key yet. */
public interface Enrolling {
  /** Whether this machine is a kiosk already. */
  boolean enrolled();

  /**
   * Enrols; keys and certificates are in their files when this returns.
   *
   * @param code as typed; kept nowhere
   * @param platform {@code HOST:PORT}; empty for the configured one
   * @param authority digest of the root authority; empty for the configured or believed one
   * @throws SetupException {@link SetupException.Reason#CODE_REFUSED}, {@link
   *     SetupException.Reason#PLATFORM_UNREACHABLE}, {@link SetupException.Reason#NO_ENROLMENT},
   *     {@link SetupException.Reason#BAD_ANSWER}
   */
  void enrol(String code, String platform, String authority, Duration timeout)
      throws SetupException;
}
