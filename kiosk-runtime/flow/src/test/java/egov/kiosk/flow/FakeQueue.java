package egov.kiosk.flow;

import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A sealer whose every seal differs, like a real signature, and a queue in memory. */
final class FakeQueue implements EnvelopeSealer, Outbox {
  final List<Transaction> sealed = new ArrayList<>();
  final List<Rating> ratings = new ArrayList<>();
  final List<RatingReason> reasons = new ArrayList<>();
  final Map<TransactionId, SignedEnvelope> queued = new LinkedHashMap<>();
  volatile boolean accepting = true;
  volatile boolean ready = true;
  volatile boolean sealBroken;
  volatile boolean sealMistaken;
  volatile OutboxException.Reason refuse;
  volatile boolean storesBeforeFailing;
  volatile CountDownLatch slow;
  volatile int appends;
  private int seals;

  @Override
  public String kioskId() {
    return "350100-TEST-01";
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public synchronized SignedEnvelope seal(Transaction transaction) throws SealException {
    if (sealMistaken) {
      throw new IllegalStateException("a mistake in the sealer");
    }
    if (sealBroken) {
      throw new SealException("the signing key is locked; unlock it", null);
    }
    sealed.add(transaction);
    return envelope(transaction.id(), MessageKind.ITEM, transaction.item().code());
  }

  @Override
  public synchronized SignedEnvelope seal(Rating rating) throws SealException {
    if (sealBroken) {
      throw new SealException("the signing key is locked; unlock it", null);
    }
    ratings.add(rating);
    return envelope(rating.id(), MessageKind.RATING, rating.itemCode());
  }

  @Override
  public synchronized SignedEnvelope seal(RatingReason reason) throws SealException {
    if (sealBroken) {
      throw new SealException("the signing key is locked; unlock it", null);
    }
    reasons.add(reason);
    return envelope(reason.id(), MessageKind.RATING_REASON, reason.itemCode());
  }

  private SignedEnvelope envelope(TransactionId id, MessageKind kind, String itemCode) {
    return new SignedEnvelope(id, kind, itemCode, new byte[] {(byte) ++seals}, new byte[32]);
  }

  @Override
  public long append(SignedEnvelope envelope) throws OutboxException {
    CountDownLatch wait = slow;
    if (wait != null) {
      try {
        wait.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return store(envelope);
  }

  private synchronized long store(SignedEnvelope envelope) throws OutboxException {
    appends++;
    if (refuse != null && !storesBeforeFailing) {
      throw new OutboxException(refuse, "as the test wants");
    }
    SignedEnvelope before = queued.putIfAbsent(envelope.id(), envelope);
    if (before != null && !before.equals(envelope)) {
      throw new OutboxException(OutboxException.Reason.CONFLICT, "other bytes under this id");
    }
    if (refuse != null) {
      throw new OutboxException(refuse, "as the test wants");
    }
    return queued.size();
  }

  long transactions() {
    return queued.values().stream().filter(one -> one.kind() == MessageKind.ITEM).count();
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit) {
    return List.of();
  }

  @Override
  public Optional<OutboxEntry> find(String idOrNumber) {
    return Optional.empty();
  }

  @Override
  public boolean retry(TransactionId id) {
    return false;
  }

  @Override
  public Fill fill() {
    return new Fill(0, 1);
  }

  @Override
  public void attempted(long sequence) {}

  @Override
  public Settlement settle(PlatformReceipt receipt) {
    return Settlement.SETTLED;
  }

  @Override
  public OutboxCounts counts() {
    return new OutboxCounts(queued.size(), 0, 0);
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) {
    return List.of();
  }

  @Override
  public boolean accepting() {
    return accepting;
  }
}
