package egov.kiosk.domain.field;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something the platform asks a grid worker to do (任务).
 *
 * @param id the platform's name of it
 * @param grid where
 * @param kind what it asks for
 * @param title what it is, in the platform's words, 1 to 60 characters; personal data
 * @param note more about it, at most 300 characters
 * @param household which household, for {@link TaskKind#VISIT} and, perhaps, others
 * @param itemCode the catalogue's entry, for {@link TaskKind#FORM}
 * @param event the event's id, for {@link TaskKind#HANDLE}
 * @param due the last day
 * @param round 1, and one more each time the platform sends it back
 * @param done whether its result was handed in
 */
public record Task(
    FieldId id,
    GridCell grid,
    TaskKind kind,
    String title,
    String note,
    Optional<FieldId> household,
    Optional<String> itemCode,
    Optional<String> event,
    Optional<LocalDate> due,
    int round,
    boolean done) {
  private static final int TITLE = 60;
  private static final int LONGEST_NOTE = 300;

  /**
   * @throws IllegalArgumentException when something is missing or too long; never repeats it
   */
  public Task {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(grid, "grid");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(due, "due");
    if (title.isBlank() || title.length() > TITLE || note.length() > LONGEST_NOTE || round < 1) {
      throw new IllegalArgumentException("a task has a title of 1 to 60 characters, a short note");
    }
    boolean whole =
        switch (kind) {
          case VISIT -> household.isPresent();
          case FORM -> itemCode.isPresent();
          case HANDLE -> event.isPresent();
          case CHECK, REDO -> true;
        };
    if (!whole) {
      throw new IllegalArgumentException("a task names what it is about: house, item or event");
    }
  }

  /** The same, done. */
  public Task finished() {
    return new Task(id, grid, kind, title, note, household, itemCode, event, due, round, true);
  }

  @Override
  public String toString() {
    return "Task[" + id + " " + kind + "]";
  }
}
