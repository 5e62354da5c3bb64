package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.FieldEvent;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Piece;
import egov.kiosk.domain.field.SentNote;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.store.Fields;
import java.time.Instant;
import java.util.Optional;

/** Everything kept for field work, by kind. */
final class Books {
  /** Where it is written when the platform's list came. */
  static final String LIST = "list";

  private final FieldStore store;
  private final Shelf<Task> tasks;
  private final Shelf<Household> houses;
  private final Shelf<FieldEvent> events;
  private final Shelf<Draft> drafts;
  private final Shelf<SentNote> sent;

  Books(FieldStore store) {
    this.store = store;
    tasks =
        new Shelf<>(
            store,
            FieldStore.Shelf.TASK,
            task -> task.id().value(),
            BookText::write,
            BookText::task);
    houses =
        new Shelf<>(
            store,
            FieldStore.Shelf.HOUSE,
            house -> house.id().value(),
            BookText::write,
            BookText::household);
    events =
        new Shelf<>(
            store,
            FieldStore.Shelf.EVENT,
            event -> event.id().value(),
            BookText::write,
            BookText::event);
    drafts =
        new Shelf<>(
            store,
            FieldStore.Shelf.DRAFT,
            draft -> draft.id().value(),
            DraftText::write,
            DraftText::read);
    sent =
        new Shelf<>(
            store,
            FieldStore.Shelf.SENT,
            note -> note.id().value(),
            BookText::write,
            BookText::note);
  }

  Shelf<Task> tasks() {
    return tasks;
  }

  Shelf<Household> houses() {
    return houses;
  }

  Shelf<FieldEvent> events() {
    return events;
  }

  Shelf<Draft> drafts() {
    return drafts;
  }

  Shelf<SentNote> sent() {
    return sent;
  }

  FieldStore store() {
    return store;
  }

  void piece(TransactionId id, byte[] content) throws FieldException {
    store.put(FieldStore.Shelf.PIECE, id.value(), content);
  }

  Optional<byte[]> piece(TransactionId id) throws FieldException {
    return store.get(FieldStore.Shelf.PIECE, id.value());
  }

  /** Takes a draft away: first itself, so that what is left of its pieces is nobody's. */
  void remove(Draft draft) throws FieldException {
    drafts.remove(draft.id().value());
    for (Piece piece : draft.pieces()) {
      store.remove(FieldStore.Shelf.PIECE, piece.id().value());
    }
  }

  /** When the platform's list came, by the platform's clock; empty before the first. */
  Optional<Instant> listed() throws FieldException {
    Optional<byte[]> bytes = store.get(FieldStore.Shelf.BOOK, LIST);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(Fields.read(bytes.get(), fields -> Instant.parse(fields.text("at"))));
  }

  void listed(Instant at) throws FieldException {
    store.put(FieldStore.Shelf.BOOK, LIST, new Fields().put("at", at).bytes());
  }

  /** How many kept things were altered behind our back. */
  int damaged() throws FieldException {
    return tasks.damaged()
        + houses.damaged()
        + events.damaged()
        + drafts.damaged()
        + sent.damaged();
  }
}
