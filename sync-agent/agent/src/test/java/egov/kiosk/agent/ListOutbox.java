package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.AppendListener;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An outbox in memory that keeps the port's promises; can be told to fail. */
final class ListOutbox implements Outbox {
  final Map<Long, Integer> attempts = new HashMap<>();
  final List<TransactionId> settledOnce = new ArrayList<>();
  int largestLimit;
  long reads;
  int commits;
  boolean failing;
  AppendListener bell = sequence -> {};
  private final TreeMap<Long, SignedEnvelope> all = new TreeMap<>();
  private final TreeMap<Long, SignedEnvelope> pending = new TreeMap<>();
  private final Map<TransactionId, Long> places = new HashMap<>();
  private final Map<Long, DeliveryState> settled = new HashMap<>();

  @Override
  public synchronized long append(SignedEnvelope envelope) {
    long sequence = all.size() + 1L;
    all.put(sequence, envelope);
    pending.put(sequence, envelope);
    places.put(envelope.id(), sequence);
    bell.appended(sequence);
    return sequence;
  }

  @Override
  public synchronized List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit)
      throws OutboxException {
    reads++;
    if (failing) {
      throw new OutboxException(OutboxException.Reason.IO, "told to fail");
    }
    largestLimit = Math.max(largestLimit, limit);
    return pending.tailMap(afterSequence, false).entrySet().stream()
        .filter(e -> e.getValue().label().lane() == lane)
        .limit(limit)
        .map(e -> new QueuedEnvelope(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public synchronized void attempted(long sequence) {
    attempts.merge(sequence, 1, Integer::sum);
  }

  @Override
  public synchronized Settlement settle(PlatformReceipt receipt) throws OutboxException {
    if (failing) {
      throw new OutboxException(OutboxException.Reason.FULL, "told to fail");
    }
    Long place = places.get(receipt.messageId());
    if (place == null) {
      return Settlement.UNKNOWN_MESSAGE;
    }
    if (!all.get(place).sm3().equals(receipt.envelopeSm3())) {
      return Settlement.DIGEST_MISMATCH;
    }
    if (pending.remove(place) == null) {
      return Settlement.ALREADY_SETTLED;
    }
    boolean accepted = receipt.outcome() == PlatformReceipt.Outcome.ACCEPTED;
    settled.put(place, accepted ? DeliveryState.DELIVERED : DeliveryState.DEAD_LETTER);
    settledOnce.add(receipt.messageId());
    return Settlement.SETTLED;
  }

  @Override
  public synchronized List<Settlement> settle(List<PlatformReceipt> receipts)
      throws OutboxException {
    commits++;
    List<Settlement> settlements = new ArrayList<>();
    for (PlatformReceipt receipt : receipts) {
      settlements.add(settle(receipt));
    }
    return settlements;
  }

  /** Gives a message up, as the real one does with an altered row. */
  synchronized void giveUp(long sequence) {
    pending.remove(sequence);
    settled.put(sequence, DeliveryState.DEAD_LETTER);
  }

  /** Takes it back, as the real one does with a repaired row. */
  synchronized void restore(long sequence) {
    pending.put(sequence, all.get(sequence));
    settled.remove(sequence);
  }

  @Override
  public synchronized OutboxCounts counts() {
    long dead = settled.values().stream().filter(s -> s == DeliveryState.DEAD_LETTER).count();
    return new OutboxCounts(pending.size(), settled.size() - dead, dead);
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) {
    throw new UnsupportedOperationException("the agent does not list");
  }

  @Override
  public Optional<OutboxEntry> find(String idOrNumber) {
    throw new UnsupportedOperationException("the agent does not look for one");
  }

  @Override
  public boolean retry(TransactionId id) {
    restore(places.get(id));
    return true;
  }

  @Override
  public Fill fill() {
    return new Fill(0, 1);
  }

  @Override
  public boolean accepting() {
    return true;
  }
}
