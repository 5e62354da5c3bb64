package egov.kiosk.telemetry;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A queue that can only be read, as telemetry does. */
final class BookOutbox implements Outbox {
  final List<OutboxEntry> entries = new ArrayList<>();
  long used;
  boolean failing;

  TransactionId add(MessageKind kind, String item) {
    TransactionId id = TransactionId.create(Kiosk.START);
    entries.add(
        new OutboxEntry(
            entries.size() + 1L,
            id,
            kind,
            item,
            Label.PLAIN,
            1000,
            DeliveryState.PENDING,
            0,
            Kiosk.START,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return id;
  }

  private void work() throws OutboxException {
    if (failing) {
      throw new OutboxException(OutboxException.Reason.IO, "told to fail");
    }
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit)
      throws OutboxException {
    work();
    return entries.stream()
        .filter(e -> e.label().lane() == lane && e.sequence() > afterSequence)
        .limit(limit)
        .map(e -> new QueuedEnvelope(e.sequence(), envelope(e)))
        .toList();
  }

  private static SignedEnvelope envelope(OutboxEntry entry) {
    return new SignedEnvelope(
        entry.id(), entry.kind(), entry.itemCode(), new byte[10], new byte[32]);
  }

  @Override
  public OutboxCounts counts() throws OutboxException {
    work();
    return new OutboxCounts(entries.size(), 0, 0);
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) throws OutboxException {
    work();
    return entries.stream().filter(e -> e.sequence() > afterSequence).limit(limit).toList();
  }

  @Override
  public Optional<OutboxEntry> find(String idOrNumber) throws OutboxException {
    work();
    return entries.stream().filter(e -> e.id().value().equals(idOrNumber)).findFirst();
  }

  @Override
  public Fill fill() {
    return new Fill(used, 1000);
  }

  @Override
  public long append(SignedEnvelope envelope) {
    throw new UnsupportedOperationException("telemetry queues nothing");
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
  public boolean retry(TransactionId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean accepting() {
    return true;
  }
}
