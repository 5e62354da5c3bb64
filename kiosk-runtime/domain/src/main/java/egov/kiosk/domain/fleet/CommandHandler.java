package egov.kiosk.domain.fleet;

import java.util.Map;

/**
 * Carries out one kind of command of the platform (远程命令). Registered as a service by the room that
 * can do it. Whoever calls made sure that the command is the platform's, has not expired and was
 * never begun before.
 */
public interface CommandHandler {
  /** The word commands of this kind are called by, e.g. {@code restart}. */
  String name();

  /**
   * Carries the command out. Called on the downlink's thread, one command at a time; must be done
   * within a minute. Whatever it throws is answered as a failure.
   *
   * @param arguments what the platform said about it; unknown ones are to be ignored
   */
  CommandResult run(Map<String, String> arguments);

  /**
   * Called after the answer is safely kept and was sent, or could not be sent for half a minute:
   * for what would keep the answer from being sent. Not called again after a restart of the kiosk.
   *
   * @return whether that is done; otherwise asked again a second later
   */
  default boolean answered() {
    return true;
  }
}
