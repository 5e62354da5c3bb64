package egov.kiosk.agent;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SettlementListener;
import java.util.List;
import java.util.function.Consumer;

/** Brings what the receipt desk found to the agent's thread, and tells the listeners there. */
final class Reception implements ReceiptDesk.Results {
  private final Mailbox mailbox;
  private final Drain drain;
  private final Iterable<SettlementListener> listeners;
  private final QuietLog log;
  private long refused;

  Reception(Mailbox mailbox, Drain drain, Iterable<SettlementListener> listeners, QuietLog log) {
    this.mailbox = mailbox;
    this.drain = drain;
    this.listeners = listeners;
    this.log = log;
  }

  @Override
  public void entered(List<PlatformReceipt> settled, List<PlatformReceipt> known) {
    mailbox.post(
        () -> {
          for (PlatformReceipt receipt : settled) {
            drain.settled(receipt.messageId());
            tell(listener -> listener.settled(receipt));
          }
          known.forEach(receipt -> drain.forget(receipt.messageId()));
        });
  }

  @Override
  public void refused(String why) {
    mailbox.post(
        () -> {
          refused++;
          log.problem("receipt " + why, "a receipt was refused: " + why);
          tell(listener -> listener.refused(why));
        });
  }

  @Override
  public void failed(OutboxException why) {
    // The messages will be sent again, and the platform will answer them again.
    mailbox.post(
        () -> log.problem("settle", "receipts could not be entered in the queue: " + why.reason()));
  }

  private void tell(Consumer<SettlementListener> news) {
    for (SettlementListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        log.problem("listener", "a settlement listener failed: " + e.getClass().getName());
      }
    }
  }

  /** How many receipts were not believed. */
  long refused() {
    return refused;
  }
}
