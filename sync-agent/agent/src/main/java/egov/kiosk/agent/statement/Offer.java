package egov.kiosk.agent.statement;

import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;

/** Puts statements into the queue, each once however often it is offered. */
final class Offer {
  private final StatementSealer sealer;
  private final Outbox outbox;

  Offer(StatementSealer sealer, Outbox outbox) {
    this.sealer = sealer;
    this.outbox = outbox;
  }

  String kioskId() {
    return sealer.kioskId();
  }

  /**
   * Seals and queues a statement.
   *
   * @return false when one with this id was queued before; that one stands
   */
  boolean make(Statement statement) throws SealException, OutboxException {
    try {
      outbox.append(sealer.seal(statement));
      return true;
    } catch (OutboxException e) {
      if (e.reason() == OutboxException.Reason.CONFLICT) {
        // Sealing twice never gives the same bytes.
        return false;
      }
      throw e;
    }
  }
}
