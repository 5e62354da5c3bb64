package egov.kiosk.attachments;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue that is durable as long as the test runs. */
public final class MemoryOutbox implements Outbox {
  private final MemoryDisk world;
  public final Map<TransactionId, SignedEnvelope> queued = new LinkedHashMap<>();
  public final Map<TransactionId, DeliveryState> states = new LinkedHashMap<>();
  public OutboxException.Reason refuses;
  public boolean refusesAfterStoring;
  public boolean silent;
  public volatile boolean accepting = true;

  /**
   * @param world whose end may come before and after the commit
   */
  public MemoryOutbox(MemoryDisk world) {
    this.world = world;
  }

  @Override
  public synchronized long append(SignedEnvelope envelope) throws OutboxException {
    world.step();
    if (refuses == null || refusesAfterStoring) {
      queued.put(envelope.id(), envelope);
      states.put(envelope.id(), DeliveryState.PENDING);
    }
    if (refuses != null) {
      throw new OutboxException(refuses, "as the test wants it");
    }
    world.step();
    return queued.size();
  }

  @Override
  public synchronized List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit) {
    return queued.values().stream()
        .filter(envelope -> envelope.label().lane() == lane)
        .filter(envelope -> states.get(envelope.id()) == DeliveryState.PENDING)
        .limit(limit)
        .map(envelope -> new QueuedEnvelope(1, envelope))
        .toList();
  }

  @Override
  public synchronized Optional<OutboxEntry> find(String idOrNumber) throws OutboxException {
    if (silent) {
      throw new OutboxException(OutboxException.Reason.IO, "as the test wants it");
    }
    return queued.values().stream()
        .filter(envelope -> envelope.id().value().equals(idOrNumber))
        .findFirst()
        .map(
            envelope ->
                new OutboxEntry(
                    1,
                    envelope.id(),
                    envelope.kind(),
                    envelope.itemCode(),
                    envelope.label(),
                    envelope.length(),
                    states.get(envelope.id()),
                    0,
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  @Override
  public boolean accepting() {
    return accepting;
  }

  @Override
  public void attempted(long sequence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Settlement settle(PlatformReceipt receipt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OutboxCounts counts() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean retry(TransactionId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Fill fill() {
    return new Fill(0, 1);
  }
}
