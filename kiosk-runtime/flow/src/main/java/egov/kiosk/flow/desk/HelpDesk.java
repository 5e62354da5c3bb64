package egov.kiosk.flow.desk;

import java.util.Optional;

/**
 * The call for help of this kiosk, with a session or without: one at a time. How it stands is part
 * of {@link KioskView}. Safe for several threads; no call waits for the network.
 */
public interface HelpDesk {
  /** Calls; a second press while somebody is waited for is the same call. */
  void call();

  /** The citizen does not need anybody any more; nothing when nobody was called. */
  void cancel();

  /**
   * Somebody of the staff is here and says who they are; ends the call. Takes about a tenth of a
   * second, on purpose.
   *
   * @return whether badge and PIN are right and the role may serve citizens
   */
  boolean attended(String badge, String pin);

  /**
   * Somebody at the platform answered.
   *
   * @param call which call
   * @param minutes when they will be here, 1 to {@link #LONGEST_MINUTES}
   * @return why it does not count, in English; empty when it does
   */
  Optional<String> answered(String call, int minutes);

  /**
   * The platform ends the call.
   *
   * @param call which call
   * @return why it does not count, in English; empty when it does
   */
  Optional<String> closed(String call);

  /** The longest time somebody may say they need. */
  int LONGEST_MINUTES = 30;
}
