package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.ConfigurationException;

/** Exit codes beyond 0 and 2. */
public final class ExitCode {
  /** The configuration file was refused; EX_CONFIG of BSD sysexits. */
  static final int CONFIGURATION = 78;

  /** Stopped in order to be started again by the supervisor; EX_TEMPFAIL of BSD sysexits. */
  static final int RESTART = 75;

  /**
   * Stopped because the battery is nearly empty: the supervisor must not start the kiosk again, and
   * may switch the machine off.
   */
  static final int POWER = 76;

  private static final int FAILED = 1;

  private ExitCode() {}

  /** The code for a failure. */
  public static int of(Exception failure) {
    return failure instanceof ConfigurationException ? CONFIGURATION : FAILED;
  }
}
