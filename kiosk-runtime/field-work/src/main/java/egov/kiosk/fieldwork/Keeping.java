package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.Piece;
import egov.kiosk.domain.field.SentNote;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with what was cut off, and takes away what is over its time. */
final class Keeping {
  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration LISTED = Duration.ofDays(30);

  private final Books books;
  private final Ports ports;
  private final HandIn handIn;
  private String told = "";
  private String toldOfBeat = "";

  Keeping(Books books, Ports ports, HandIn handIn) {
    this.books = books;
    this.ports = ports;
    this.handIn = handIn;
  }

  /** Carries everything that is handed in, oldest first, and stops at the first that cannot go. */
  void carryAll() throws FieldException {
    List<Draft> waiting =
        books.drafts().all().stream()
            .filter(draft -> draft.handedIn().isPresent())
            .sorted(Comparator.comparing(draft -> draft.handedIn().get().number().value()))
            .toList();
    String problem = "";
    try {
      for (Draft draft : waiting) {
        String one = carry(draft);
        problem = one.isEmpty() ? problem : one;
      }
    } catch (FieldException e) {
      if (e.reason() != FieldException.Reason.NOT_QUEUED) {
        throw e;
      }
      problem = String.valueOf(e.getMessage());
    }
    told = said(problem, told);
  }

  /**
   * One whose photo was altered waits for a technician and keeps nobody behind it.
   *
   * @return what is wrong with it, or nothing
   */
  private String carry(Draft draft) throws FieldException {
    try {
      handIn.carry(draft);
      return "";
    } catch (FieldException e) {
      if (e.reason() != FieldException.Reason.DAMAGED) {
        throw e;
      }
      return String.valueOf(e.getMessage());
    }
  }

  /** Says what was not said the last time. */
  private static String said(String problem, String before) {
    if (!problem.isEmpty() && !problem.equals(before)) {
      LOG.warn("{}", problem);
    }
    return problem;
  }

  void beat() {
    String problem = "";
    try {
      carryAll();
      sweep();
      forget();
    } catch (FieldException | OutboxException e) {
      problem = "field work: what is kept cannot be looked after: " + e.getMessage();
    }
    toldOfBeat = said(problem, toldOfBeat);
  }

  /** Pieces no draft names: their draft was cut off while it was written or taken away. */
  private void sweep() throws FieldException {
    if (books.drafts().damaged() > 0) {
      return;
    }
    Set<String> named = new HashSet<>();
    for (Draft draft : books.drafts().all()) {
      draft.pieces().stream().map(Piece::id).forEach(id -> named.add(id.value()));
    }
    for (String id : books.store().ids(FieldStore.Shelf.PIECE)) {
      if (!named.contains(id)) {
        books.store().remove(FieldStore.Shelf.PIECE, id);
      }
    }
  }

  /** Notes of what arrived seven days before the newest receipt: no clock of ours decides. */
  private void forget() throws FieldException, OutboxException {
    Optional<Outbox> outbox = ports.outbox().get();
    if (outbox.isEmpty()) {
      return;
    }
    Instant newest = Instant.EPOCH;
    for (SentNote note : books.sent().all()) {
      Instant settled = settled(outbox.get(), note).orElse(Instant.EPOCH);
      newest = settled.isAfter(newest) ? settled : newest;
    }
    for (SentNote note : books.sent().all()) {
      Optional<Instant> settled = settled(outbox.get(), note);
      if (settled.isPresent() && settled.get().plus(KEPT).isBefore(newest)) {
        books.sent().remove(note.id().value());
      }
    }
    forgetTheGrid(newest);
  }

  /** The grid itself, when the platform spoke to this tablet and sent no list for thirty days. */
  private void forgetTheGrid(Instant newest) throws FieldException {
    Optional<Instant> listed = books.listed();
    if (listed.isEmpty() || !listed.get().plus(LISTED).isBefore(newest)) {
      return;
    }
    for (FieldStore.Shelf shelf :
        List.of(FieldStore.Shelf.TASK, FieldStore.Shelf.HOUSE, FieldStore.Shelf.EVENT)) {
      for (String id : books.store().ids(shelf)) {
        books.store().remove(shelf, id);
      }
    }
  }

  private static Optional<Instant> settled(Outbox outbox, SentNote note) throws OutboxException {
    return outbox
        .find(note.id().value())
        .filter(entry -> entry.state() == DeliveryState.DELIVERED)
        .flatMap(OutboxEntry::settledAt);
  }
}
