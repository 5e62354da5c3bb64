package egov.kiosk.domain.help;

import java.util.concurrent.CompletionStage;

/**
 * Tells the platform's people of a call for help, ahead of everything that can wait. Keeps nothing:
 * who calls tells again until it was taken. Registered as a service by the room that has the line.
 * Safe for several threads.
 */
public interface HelpLine {
  /**
   * Tells how the call stands and returns at once.
   *
   * @return completed once, never exceptionally: whether the broker took it
   */
  CompletionStage<Boolean> tell(HelpCall call);
}
