package egov.kiosk.domain.health;

import java.util.Optional;

/**
 * The kiosk serves nobody because it cannot be relied on (安全模式); what was accepted is still kept
 * and sent. Holds over restarts until a technician or the platform ends it. Offered as a service by
 * whoever watches over the machine. Safe for use by several threads.
 */
public interface SafeMode {
  /** Why it holds, in one sentence without personal data; empty when it does not. */
  Optional<String> reason();

  /**
   * Enters it; does nothing but note the reason when it holds already.
   *
   * @param reason one sentence without personal data, saying what is wrong
   */
  void enter(String reason);

  /** Ends it and forgets what led to it: everything may be tried again. */
  void leave();
}
