package egov.kiosk.agent;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.outbox.SettlementListener;

/**
 * Takes in what claims to be a receipt (回执): verified first, then settled in the queue, then told.
 * One that is refused changes nothing. Used by one thread.
 */
final class ReceiptDesk {
  private final ReceiptVerifier verifier;
  private final Outbox outbox;
  private final Drain drain;
  private final Iterable<SettlementListener> listeners;
  private final QuietLog log;
  private long refused;

  ReceiptDesk(
      ReceiptVerifier verifier,
      Outbox outbox,
      Drain drain,
      Iterable<SettlementListener> listeners,
      QuietLog log) {
    this.verifier = verifier;
    this.outbox = outbox;
    this.drain = drain;
    this.listeners = listeners;
    this.log = log;
  }

  /** Takes one in. */
  void take(byte[] message) {
    try {
      PlatformReceipt receipt = verifier.verify(message);
      enter(receipt, outbox.settle(receipt));
    } catch (ReceiptRefusedException e) {
      refuse(e.reason().name());
    } catch (OutboxException e) {
      // The message will be sent again, and the platform will answer it again.
      log.problem("settle", "a receipt could not be entered in the queue: " + e.reason());
    }
  }

  private void enter(PlatformReceipt receipt, Settlement settlement) {
    switch (settlement) {
      case SETTLED -> {
        drain.settled(receipt.messageId());
        tell(receipt);
      }
      case ALREADY_SETTLED -> drain.forget(receipt.messageId());
      case UNKNOWN_MESSAGE, DIGEST_MISMATCH -> refuse(settlement.name());
    }
  }

  private void refuse(String why) {
    refused++;
    log.problem("receipt " + why, "a receipt was refused: " + why);
  }

  private void tell(PlatformReceipt receipt) {
    for (SettlementListener listener : listeners) {
      try {
        listener.settled(receipt);
      } catch (RuntimeException e) {
        log.problem("listener", "a settlement listener failed: " + e.getClass().getName());
      }
    }
  }

  /** How many were refused. */
  long refused() {
    return refused;
  }
}
