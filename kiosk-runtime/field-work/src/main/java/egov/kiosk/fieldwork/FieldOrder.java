package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.EventStage;
import egov.kiosk.domain.field.FieldEvent;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the platform tells a tablet, checked as a whole before any of it is taken in. Taken in twice
 * it changes nothing.
 *
 * @param at when the platform made it
 * @param tasks new ones, or such as were sent back
 * @param withdrawn tasks that are none any more
 * @param houses newest versions
 * @param gone households that left the grid
 * @param events how far reported events are
 */
record FieldOrder(
    Instant at,
    List<Task> tasks,
    Set<FieldId> withdrawn,
    List<Household> houses,
    Set<FieldId> gone,
    List<Progress> events) {
  /** How far an event is. */
  record Progress(TransactionId event, EventStage stage, String note) {}

  /** An entry names a grid that is not this tablet's. */
  static final class OtherGridException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @throws OtherGridException when anything of it lies elsewhere
   */
  void requireGrid(GridCell own) throws OtherGridException {
    boolean ours =
        tasks.stream().allMatch(task -> task.grid().equals(own))
            && houses.stream().allMatch(house -> house.grid().equals(own));
    if (!ours) {
      throw new OtherGridException();
    }
  }

  void apply(Books books) throws FieldException {
    for (Household house : houses) {
      Optional<Household> known = books.houses().find(house.id().value());
      Household next =
          known.isEmpty() ? house : known.get().newer(house.revision(), house.platform());
      if (known.isEmpty() || !next.equals(known.get())) {
        books.houses().put(next);
      }
    }
    for (Task task : tasks) {
      Optional<Task> known = books.tasks().find(task.id().value());
      boolean newer = known.isEmpty() || task.round() > known.get().round();
      if (newer || !known.get().done()) {
        books.tasks().put(task);
      }
    }
    for (Progress progress : events) {
      Optional<FieldEvent> known = books.events().find(progress.event().value());
      if (known.isPresent()) {
        books.events().put(known.get().become(progress.stage(), progress.note()));
      }
    }
    for (FieldId id : withdrawn) {
      books.tasks().remove(id.value());
    }
    for (FieldId id : gone) {
      books.houses().remove(id.value());
    }
    Optional<Instant> listed = books.listed();
    if (listed.isEmpty() || at.isAfter(listed.get())) {
      books.listed(at);
    }
  }
}
