package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.EventStage;
import egov.kiosk.domain.field.FieldEvent;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What handing in means for the books; done twice it changes nothing. */
final class Consequences {
  private static final int TITLE = 24;

  private final Books books;
  private final Composer composer;
  private final GridCell grid;

  Consequences(Books books, Composer composer, GridCell grid) {
    this.books = books;
    this.grid = grid;
    this.composer = composer;
  }

  void of(Draft draft) throws FieldException {
    if (draft.task().isPresent()) {
      Optional<Task> task = books.tasks().find(draft.task().get().value());
      if (task.isPresent()) {
        books.tasks().put(task.get().finished());
      }
    }
    switch (draft.kind()) {
      case VISIT -> visited(draft);
      case CHOICE -> chosen(draft);
      case EVENT -> reported(draft);
      case RESULT, FORM, PATROL -> {
        // Nothing here knows more of it than that it was sent.
      }
    }
  }

  private void visited(Draft draft) throws FieldException {
    Optional<Household> house = house(draft);
    if (house.isEmpty() && NewHouse.isTakenUp(draft)) {
      house = Optional.of(NewHouse.house(draft, grid));
    }
    if (house.isEmpty()) {
      return;
    }
    Map<String, Household.Change> changes = new LinkedHashMap<>();
    draft
        .bases()
        .forEach(
            (field, base) -> {
              boolean kept = !Composer.refused(draft) || !field.matches("p[0-9].*");
              if (kept) {
                String value = draft.answers().getOrDefault(field, "");
                changes.put(field, new Household.Change(value, base));
              }
            });
    books.houses().put(house.get().changed(changes));
  }

  private void chosen(Draft draft) throws FieldException {
    Optional<Household> house = house(draft);
    if (house.isPresent()) {
      String field = draft.answers().get("field");
      String value = draft.answers().getOrDefault("value", "");
      books.houses().put(house.get().insisting(field, value));
    }
  }

  private void reported(Draft draft) throws FieldException {
    if (books.events().find(draft.id().value()).isEmpty()) {
      books
          .events()
          .put(
              new FieldEvent(
                  draft.id(),
                  draft.answers().get("category"),
                  draft.answers().get("urgency"),
                  title(draft),
                  EventStage.COLLECTED,
                  "",
                  draft.handedIn().orElseThrow().at()));
    }
  }

  private Optional<Household> house(Draft draft) throws FieldException {
    return draft.household().isEmpty()
        ? Optional.empty()
        : books.houses().find(draft.household().get().value());
  }

  /** How the worker knows a draft: the address, the task, the form, or its first words. */
  String title(Draft draft) throws FieldException {
    Optional<Household> house = house(draft);
    if (house.isPresent()) {
      return house.get().shown().getOrDefault(Household.ADDRESS, "");
    }
    if (draft.task().isPresent()) {
      Optional<Task> task = books.tasks().find(draft.task().get().value());
      if (task.isPresent()) {
        return task.get().title();
      }
    }
    if (NewHouse.isTakenUp(draft)) {
      return draft.answers().getOrDefault(Household.ADDRESS, "");
    }
    if (draft.kind() == DraftKind.FORM) {
      return composer.form(draft).map(ServiceItem::name).orElse("");
    }
    String text = draft.answers().getOrDefault("text", "");
    int end = text.offsetByCodePoints(0, Math.min(TITLE, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }
}
