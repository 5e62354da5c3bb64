package egov.kiosk.launcher.port;

import java.util.Objects;

/** Settings from afar are not taken; nothing changed. */
public final class SettingsRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** A value is not allowed, or a key does not exist. */
    INVALID,
    /** The setting is for a technician on site only. */
    FORBIDDEN,
    /** Not newer than what there is. */
    OLD,
    /** They could not be written or handed to the components. */
    STORAGE
  }

  private final Reason reason;

  /**
   * @param message every fault, separated by {@code "; "}: which key, and what is allowed; never
   *     the value itself
   */
  public SettingsRefusedException(Reason reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
