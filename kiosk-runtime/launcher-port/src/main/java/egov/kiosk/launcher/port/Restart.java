package egov.kiosk.launcher.port;

/** Stops the runtime in order, so that its supervisor starts it again. */
public interface Restart {
  /**
   * Begins to stop every component; the process then ends with exit code 75. Returns at once.
   * Asking again changes nothing.
   */
  void restart();
}
