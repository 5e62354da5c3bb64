package egov.kiosk.downlink.progress;

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
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue that only says what it took in, and under which number. */
public final class TakenIn implements Outbox {
  private final Map<String, OutboxEntry> entries = new HashMap<>();

  /** It took this in; an empty number stands for one whose number it forgot or never had. */
  public void add(TransactionId id, MessageKind kind, String number) {
    entries.put(
        id.value(),
        new OutboxEntry(
            entries.size() + 1,
            id,
            kind,
            "X-1",
            Label.PLAIN,
            1,
            DeliveryState.DELIVERED,
            1,
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            Optional.of(number).filter(text -> !text.isEmpty()),
            Optional.empty()));
  }

  @Override
  public Optional<OutboxEntry> find(String idOrNumber) {
    return Optional.ofNullable(entries.get(idOrNumber));
  }

  @Override
  public long append(SignedEnvelope envelope) {
    throw new AssertionError("nothing is handed in");
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit) {
    return List.of();
  }

  @Override
  public void attempted(long sequence) {
    throw new AssertionError("nothing is sent");
  }

  @Override
  public Settlement settle(PlatformReceipt receipt) {
    throw new AssertionError("nothing is settled");
  }

  @Override
  public OutboxCounts counts() {
    throw new AssertionError("nothing is counted");
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) {
    return List.of();
  }

  @Override
  public boolean retry(TransactionId id) {
    return false;
  }

  @Override
  public Fill fill() {
    throw new AssertionError("nothing is measured");
  }

  @Override
  public boolean accepting() {
    return true;
  }
}
