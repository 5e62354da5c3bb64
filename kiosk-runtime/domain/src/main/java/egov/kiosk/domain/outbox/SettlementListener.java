package egov.kiosk.domain.outbox;

import egov.kiosk.domain.envelope.PlatformReceipt;

/** Told once for every message a receipt settled, after the queue recorded it. */
public interface SettlementListener {
  /** Called on the sync thread; must return quickly and not throw. */
  void settled(PlatformReceipt receipt);

  /**
   * Told of what claimed to be a receipt and was not believed. Called like {@link #settled}.
   *
   * @param reason one word of the program's own
   */
  default void refused(String reason) {
    // Most listeners have nothing to do with it.
  }
}
