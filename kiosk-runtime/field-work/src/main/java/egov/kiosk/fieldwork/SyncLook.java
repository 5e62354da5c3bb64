package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.SentNote;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.desk.Sent;
import egov.kiosk.fieldwork.desk.SyncView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What has gone and what has not, asked of the queue, which knows. */
final class SyncLook {
  private final Books books;
  private final Ports ports;
  private final Consequences consequences;

  SyncLook(Books books, Ports ports, Consequences consequences) {
    this.books = books;
    this.ports = ports;
    this.consequences = consequences;
  }

  SyncView of(Badge who) throws FieldException {
    List<Sent> sent = new ArrayList<>();
    Instant last = Instant.EPOCH;
    try {
      for (Draft draft : books.drafts().all()) {
        if (draft.badge().equals(who) && draft.handedIn().isPresent()) {
          sent.add(kept(draft));
        }
      }
      for (SentNote note : books.sent().all()) {
        if (note.badge().equals(who)) {
          Optional<OutboxEntry> entry = find(note.id());
          sent.add(sent(note, entry));
          Instant settled = entry.flatMap(OutboxEntry::settledAt).orElse(Instant.EPOCH);
          last = settled.isAfter(last) ? settled : last;
        }
      }
    } catch (OutboxException e) {
      throw new FieldException(Reason.NOT_QUEUED, "field work: the queue cannot be asked", e);
    }
    sent.sort(Comparator.comparing(Sent::at).reversed());
    sent.sort(Comparator.comparing(one -> one.state().equals("ARRIVED")));
    return new SyncView(
        ports.connectivity().get().map(Connectivity::online).orElse(false),
        (int) sent.stream().filter(one -> !one.state().equals("ARRIVED")).count(),
        last.equals(Instant.EPOCH) ? "" : last.toString(),
        sent,
        choices());
  }

  /** How one thing that was handed in stands. */
  Sent one(Badge who, String id) throws FieldException {
    Optional<Draft> draft =
        books
            .drafts()
            .find(id)
            .filter(one -> one.badge().equals(who) && one.handedIn().isPresent());
    if (draft.isPresent()) {
      return kept(draft.get());
    }
    SentNote note =
        books
            .sent()
            .find(id)
            .filter(one -> one.badge().equals(who))
            .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "there is no such draft"));
    try {
      return sent(note, find(note.id()));
    } catch (OutboxException e) {
      throw new FieldException(Reason.NOT_QUEUED, "field work: the queue cannot be asked", e);
    }
  }

  private Sent kept(Draft draft) throws FieldException {
    return new Sent(
        draft.id().value(),
        draft.kind().name(),
        consequences.title(draft),
        draft.handedIn().orElseThrow().number().value(),
        draft.handedIn().orElseThrow().at().toString(),
        "KEPT",
        draft.pieces().size(),
        0,
        "",
        "");
  }

  Sent sent(SentNote note, Optional<OutboxEntry> entry) throws OutboxException {
    int arrived = 0;
    for (TransactionId piece : note.pieces()) {
      arrived += delivered(find(piece)) ? 1 : 0;
    }
    String state = "WAITING";
    if (entry.map(OutboxEntry::state).filter(DeliveryState.DEAD_LETTER::equals).isPresent()) {
      state = "REFUSED";
    } else if (delivered(entry)) {
      state = arrived == note.pieces().size() ? "ARRIVED" : "PARTLY";
    }
    return new Sent(
        note.id().value(),
        note.kind().name(),
        note.title(),
        note.number().value(),
        note.at().toString(),
        state,
        note.pieces().size(),
        arrived,
        entry.flatMap(OutboxEntry::acceptanceNumber).orElse(""),
        entry.flatMap(OutboxEntry::reason).orElse(""));
  }

  private static boolean delivered(Optional<OutboxEntry> entry) {
    return entry.map(OutboxEntry::state).filter(DeliveryState.DELIVERED::equals).isPresent();
  }

  private Optional<OutboxEntry> find(TransactionId id) throws OutboxException {
    Optional<Outbox> outbox = ports.outbox().get();
    return outbox.isEmpty() ? Optional.empty() : outbox.get().find(id.value());
  }

  private List<SyncView.Choice> choices() throws FieldException {
    List<SyncView.Choice> choices = new ArrayList<>();
    for (Household house : books.houses().all()) {
      String address = house.shown().getOrDefault(Household.ADDRESS, "");
      for (Household.Conflict one : house.conflicts()) {
        choices.add(
            new SyncView.Choice(
                house.id().value(), address, one.field(), one.mine(), one.platform()));
      }
    }
    return choices;
  }
}
