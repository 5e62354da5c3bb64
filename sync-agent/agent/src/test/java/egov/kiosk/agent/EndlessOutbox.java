package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A long queue that makes its messages up when they are read, and counts how many are. */
final class EndlessOutbox implements Outbox {
  private static final String ID = "01234567-89ab-7def-8123-";

  long rowsRead;
  private final BitSet pending = new BitSet();
  private final int ofOneKey;
  private final long size;

  EndlessOutbox(int size, int ofOneKey) {
    this.size = size;
    this.ofOneKey = ofOneKey;
    pending.set(1, size + 1);
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit) {
    List<QueuedEnvelope> found = new ArrayList<>();
    int at = lane == Lane.NORMAL ? pending.nextSetBit((int) afterSequence + 1) : -1;
    for (; at >= 0 && found.size() < limit; at = pending.nextSetBit(at + 1)) {
      found.add(new QueuedEnvelope(at, envelope(at)));
      rowsRead++;
    }
    return found;
  }

  private SignedEnvelope envelope(int sequence) {
    Optional<String> key = sequence <= ofOneKey ? Messages.key(1) : Optional.empty();
    return new SignedEnvelope(
        new TransactionId(ID + String.format("%012x", sequence)),
        MessageKind.ITEM,
        "resident-permit",
        new byte[100],
        new byte[32],
        new Label(Lane.NORMAL, key, Optional.empty()));
  }

  @Override
  public Settlement settle(PlatformReceipt receipt) {
    String digits = receipt.messageId().value().substring(ID.length());
    int sequence = Integer.parseInt(digits, 16);
    boolean news = pending.get(sequence);
    pending.clear(sequence);
    return news ? Settlement.SETTLED : Settlement.ALREADY_SETTLED;
  }

  @Override
  public OutboxCounts counts() {
    return new OutboxCounts(pending.cardinality(), size - pending.cardinality(), 0);
  }

  @Override
  public void attempted(long sequence) {}

  @Override
  public long append(SignedEnvelope envelope) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<OutboxEntry> find(String idOrNumber) {
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

  @Override
  public boolean accepting() {
    return true;
  }
}
