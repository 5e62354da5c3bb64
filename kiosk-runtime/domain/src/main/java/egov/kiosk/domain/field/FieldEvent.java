package egov.kiosk.domain.field;

import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;

/**
 * An event (事件) this worker reported.
 *
 * @param id the identity it was handed in with, by which the platform speaks of it
 * @param category one of the words of the form
 * @param urgency one of the words of the form
 * @param title its first words, for the worker's list; personal data
 * @param stage how far it is
 * @param note what the platform said last, may be empty
 * @param at when it was handed in
 */
public record FieldEvent(
    TransactionId id,
    String category,
    String urgency,
    String title,
    EventStage stage,
    String note,
    Instant at) {
  public FieldEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(at, "at");
  }

  /** The same at another stage, if that may follow; otherwise unchanged. */
  public FieldEvent become(EventStage next, String said) {
    return stage.mayBecome(next)
        ? new FieldEvent(id, category, urgency, title, next, said, at)
        : this;
  }

  @Override
  public String toString() {
    return "FieldEvent[" + id + " " + stage + "]";
  }
}
