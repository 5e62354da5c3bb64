package egov.kiosk.domain.upkeep;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** Makes this machine a kiosk with a one-time code, while the runtime runs and has no key yet. */
public interface Enrolling {
  /** Something that must be on the disk before this machine may be a kiosk. */
  @FunctionalInterface
  interface Proved {
    /**
     * The platform has proved that it has the code, and this machine believes it; nothing is
     * decided yet.
     *
     * @throws IOException when it could not be done; then the machine stays what it was
     */
    void proved() throws IOException;
  }

  /**
   * What a technician brings. Its text shows nothing of it.
   *
   * @param code as typed; kept nowhere
   * @param kioskId who the machine is to be; empty for the configured one
   * @param platform {@code HOST:PORT}; empty for the configured one
   * @param authority digest of the root authority; empty for the configured or believed one
   * @param proved done between proof and decision
   */
  record Wish(String code, String kioskId, String platform, String authority, Proved proved) {
    public Wish {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(platform, "platform");
      Objects.requireNonNull(authority, "authority");
      Objects.requireNonNull(proved, "proved");
    }

    @Override
    public String toString() {
      return "Wish";
    }
  }

  /** Whether this machine is a kiosk already. */
  boolean enrolled();

  /**
   * Whether this machine was told whom to believe before anybody stood before it: a root, or the
   * digest of one, is in its configuration, and nobody has to type it.
   */
  boolean believes();

  /** The configured enrolment desk; empty when it has to be typed. */
  String platform();

  /**
   * Enrols; keys and certificates are in their files when this returns.
   *
   * @throws SetupException {@link SetupException.Reason#CODE_REFUSED}, {@link
   *     SetupException.Reason#PLATFORM_UNREACHABLE}, {@link SetupException.Reason#NO_ENROLMENT},
   *     {@link SetupException.Reason#BAD_ANSWER}
   */
  void enrol(Wish wish, Duration timeout) throws SetupException;

  /** As above, as the kiosk that is configured, and with nothing to be done in between. */
  default void enrol(String code, String platform, String authority, Duration timeout)
      throws SetupException {
    enrol(new Wish(code, "", platform, authority, () -> {}), timeout);
  }
}
