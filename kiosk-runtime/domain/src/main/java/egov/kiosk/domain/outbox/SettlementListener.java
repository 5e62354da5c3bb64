package egov.kiosk.domain.outbox;

import egov.kiosk.domain.envelope.PlatformReceipt;

/** Told once for every message a receipt settled, after the queue recorded it. */
public interface SettlementListener {
  /** Called on the sync thread; must return quickly and not throw. */
  void settled(PlatformReceipt receipt);
}
