package egov.kiosk.localapi;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.ExportLine;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A queue of entries the test made, and a courier that says what it was asked. */
final class ScriptedQueue implements Outbox, Courier {
  final List<OutboxEntry> entries = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  OutboxException broken;
  ParcelRefusedException refused;

  OutboxEntry add(DeliveryState state, Lane lane, String reason) {
    long sequence = entries.size() + 1;
    OutboxEntry entry =
        new OutboxEntry(
            sequence,
            TransactionId.create(Instant.EPOCH),
            MessageKind.ITEM,
            "A1",
            new Label(
                lane,
                Optional.empty(),
                Optional.of(new LocalNumber(String.format("35010260%04d", sequence)))),
            1024,
            state,
            3,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(reason));
    entries.add(entry);
    return entry;
  }

  @Override
  public List<OutboxEntry> list(long after, int limit) throws OutboxException {
    if (broken != null) {
      throw broken;
    }
    return entries.stream().filter(entry -> entry.sequence() > after).limit(limit).toList();
  }

  @Override
  public Optional<OutboxEntry> find(String key) {
    return entries.stream()
        .filter(
            entry ->
                entry.id().value().equals(key)
                    || entry.label().localNumber().orElseThrow().value().equals(key))
        .findFirst();
  }

  @Override
  public boolean retry(TransactionId id) {
    asked.add("retry " + id);
    OutboxEntry entry = find(id.value()).orElseThrow();
    return entry.state() == DeliveryState.DEAD_LETTER
        && !entry.reason().orElse("").equals("ALTERED");
  }

  @Override
  public OutboxCounts counts() {
    return new OutboxCounts(entries.size(), 0, 0);
  }

  @Override
  public ExportLine export(String from) throws OutboxException, SealException {
    asked.add("export " + from);
    if (broken != null) {
      throw broken;
    }
    if (from.equals("keyless")) {
      throw new SealException("no key", null);
    }
    return new ExportLine("bGluZQ==", 2, 1, "next");
  }

  @Override
  public String check(String from, String line) throws ParcelRefusedException {
    asked.add("check " + from + " " + line);
    if (refused != null) {
      throw refused;
    }
    return "";
  }

  @Override
  public boolean carry(String line) throws ParcelRefusedException {
    if (refused != null) {
      throw refused;
    }
    boolean known = asked.contains("carry " + line);
    asked.add("carry " + line);
    return !known;
  }

  @Override
  public long append(SignedEnvelope envelope) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long after, int limit) {
    throw new UnsupportedOperationException();
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
  public Fill fill() {
    return new Fill(0, 1);
  }

  @Override
  public boolean accepting() {
    return true;
  }
}
