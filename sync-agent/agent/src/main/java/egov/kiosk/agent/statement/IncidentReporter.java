package egov.kiosk.agent.statement;

import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.outbox.IncidentListener;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the platform what befell the queue (事件上报), through the queue itself. An incident told twice
 * is queued once. Safe for use by several threads.
 */
public final class IncidentReporter implements IncidentListener {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentReporter.class);
  private static final int RANGES_OF_ONE = 1000;

  private final Offer offer;

  public IncidentReporter(StatementSealer sealer, Outbox outbox) {
    offer = new Offer(sealer, outbox);
  }

  /**
   * Queues one statement for each thousand ranges.
   *
   * @throws IllegalStateException when it could not be queued; the incident is to be told again
   */
  @Override
  public void happened(Instant at, List<SequenceRange> missing) {
    int part = 0;
    do {
      int from = part * RANGES_OF_ONE;
      tell(at, missing.subList(from, Math.min(missing.size(), from + RANGES_OF_ONE)), part);
      part++;
    } while (part * RANGES_OF_ONE < missing.size());
  }

  private void tell(Instant at, List<SequenceRange> missing, int part) {
    String kiosk = offer.kioskId();
    TransactionId id = StatementIds.of(at, "incident " + kiosk + ' ' + at + ' ' + part + missing);
    try {
      if (offer.make(new Incident(id, kiosk, at, missing))) {
        LOG.info("agent: the incident of {} is on its way to the platform", at);
      }
    } catch (SealException | OutboxException e) {
      throw new IllegalStateException("the incident could not be queued: " + e.getMessage(), e);
    }
  }
}
