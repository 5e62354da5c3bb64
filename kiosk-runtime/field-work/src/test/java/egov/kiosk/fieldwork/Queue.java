package egov.kiosk.fieldwork;

import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.outbox.DeliveryState;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue, attachments and a sealer that outlive the power cuts of a {@link World}. */
final class Queue implements Outbox, Attachments, EnvelopeSealer {
  final Map<TransactionId, Transaction> sealed = new LinkedHashMap<>();
  final Map<TransactionId, SignedEnvelope> queued = new LinkedHashMap<>();
  final Map<TransactionId, DeliveryState> states = new LinkedHashMap<>();
  final Map<TransactionId, byte[]> attached = new LinkedHashMap<>();
  final List<String> order = new ArrayList<>();
  private final World world;
  private int seals;
  OutboxException.Reason refuses;
  boolean keys = true;

  /** How many messages are sealed before the certificate expires. */
  int sealsLeft = Integer.MAX_VALUE;

  Queue(World world) {
    this.world = world;
  }

  @Override
  public String kioskId() {
    return "fz-gl-000001";
  }

  /** Never twice the same bytes, as with real signatures. */
  @Override
  public SignedEnvelope seal(Transaction transaction) throws SealException {
    if (sealsLeft-- <= 0) {
      throw new SealException("the certificate expired", null);
    }
    sealed.put(transaction.id(), transaction);
    byte[] bytes =
        (transaction.id().value() + seals++).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return new SignedEnvelope(
        transaction.id(), MessageKind.ITEM, transaction.item().code(), bytes, new byte[32]);
  }

  @Override
  public SignedEnvelope seal(Rating rating) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SignedEnvelope seal(RatingReason reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long append(SignedEnvelope envelope) throws OutboxException {
    if (refuses != null) {
      throw new OutboxException(refuses, "as the test wants it");
    }
    world.step();
    SignedEnvelope former = queued.get(envelope.id());
    if (former != null && !former.equals(envelope)) {
      throw new OutboxException(OutboxException.Reason.CONFLICT, "other bytes");
    }
    if (former == null) {
      queued.put(envelope.id(), envelope);
      states.put(envelope.id(), DeliveryState.PENDING);
      order.add(envelope.id().value());
    }
    world.step();
    return queued.size();
  }

  @Override
  public TransactionId attach(TransactionId transaction, String name, String type, InputStream in) {
    throw new UnsupportedOperationException("would double");
  }

  @Override
  public void attach(
      TransactionId id, TransactionId transaction, String name, String type, InputStream in) {
    if (attached.containsKey(id)) {
      return;
    }
    try {
      world.step();
      attached.put(id, in.readAllBytes());
      states.put(id, DeliveryState.PENDING);
      world.step();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<OutboxEntry> find(String id) {
    SignedEnvelope one = queued.get(new TransactionId(id));
    boolean there = one != null || attached.containsKey(new TransactionId(id));
    DeliveryState state = states.get(new TransactionId(id));
    boolean settled = state == DeliveryState.DELIVERED;
    return there
        ? Optional.of(
            new OutboxEntry(
                1,
                new TransactionId(id),
                one == null ? MessageKind.ATTACHMENT : MessageKind.ITEM,
                "X",
                egov.kiosk.domain.envelope.Label.PLAIN,
                1,
                state,
                0,
                Instant.EPOCH,
                settled ? Optional.of(Instant.parse("2026-11-22T10:00:00Z")) : Optional.empty(),
                settled ? Optional.of("SL-1") : Optional.empty(),
                Optional.empty()))
        : Optional.empty();
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit) {
    return List.of();
  }

  @Override
  public void attempted(long sequence) {}

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
    return List.of();
  }

  @Override
  public boolean retry(TransactionId id) {
    return false;
  }

  @Override
  public Fill fill() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean accepting() {
    return true;
  }
}
