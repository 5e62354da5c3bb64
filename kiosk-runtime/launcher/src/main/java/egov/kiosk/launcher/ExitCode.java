package egov.kiosk.launcher;

/** Exit codes beyond 0, 1 and 2; as in BSD sysexits. */
final class ExitCode {
  /** The configuration file was refused (EX_CONFIG). */
  static final int CONFIGURATION = 78;

  private ExitCode() {}
}
