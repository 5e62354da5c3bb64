package egov.kiosk.watch;

import java.util.Set;

/** What the watch sees and can do; made by whoever knows the framework. Never throws. */
interface Hands {
  /** What is watched now. */
  Set<Ward> wards();

  /** Whether a citizen is being served; true when that cannot be told at once. */
  boolean serving();

  /** Ends the process so that it is started again; false when nobody here can. */
  boolean restartProcess();

  /**
   * Asks the system to start the machine again; false when it could not be asked.
   *
   * @param reason one sentence, kept where the system's own log has it
   */
  boolean reboot(String reason);

  /** Closes the kiosk to the public, or opens it; false when it could not be kept. */
  boolean close(boolean closed);
}
