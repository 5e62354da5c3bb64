package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.domain.transaction.FieldError.Code;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.fieldwork.desk.DraftView.NumberProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is still missing in a draft, or wrong. */
final class Checking {
  private final Composer composer;

  Checking(Composer composer) {
    this.composer = composer;
  }

  /** Everything in the way of handing in; empty when nothing is. */
  List<FieldError> errors(Draft draft) {
    List<FieldError> errors = new ArrayList<>();
    numbers(draft)
        .forEach(
            (field, problem) ->
                errors.add(new FieldError(field, Code.NOT_DIGITS, problem.position())));
    try {
      composer.fill(draft);
    } catch (FormRejectedException e) {
      errors.addAll(e.errors());
    }
    if (draft.kind() == DraftKind.VISIT) {
      visit(draft, errors);
    }
    if (draft.kind() == DraftKind.FORM) {
      form(draft, errors);
    }
    if (draft.kind() == DraftKind.PATROL && points(draft) == 0) {
      errors.add(missing("points"));
    }
    return errors;
  }

  /**
   * @throws FieldException when something is in the way
   */
  void require(Draft draft) throws FieldException {
    List<FieldError> errors = errors(draft);
    if (!errors.isEmpty()) {
      throw new FieldException(errors);
    }
  }

  /** A resident agrees and signs, or does not and the worker says why. */
  private static void visit(Draft draft, List<FieldError> errors) {
    boolean nowhere = draft.answers().getOrDefault(Household.ADDRESS, "").isBlank();
    if (NewHouse.isTakenUp(draft) && nowhere) {
      errors.add(missing(Household.ADDRESS));
    }
    if (draft.consent().isEmpty()) {
      errors.add(missing("consent"));
    } else if (Composer.refused(draft)) {
      if (draft.answers().getOrDefault("signRefused", "").isBlank()) {
        errors.add(missing("signRefused"));
      }
    } else if (Composer.signature(draft).isEmpty()) {
      errors.add(missing("signature"));
    }
  }

  private void form(Draft draft, List<FieldError> errors) {
    Optional<ServiceItem> item = composer.form(draft);
    if (item.isEmpty()) {
      errors.add(missing("form"));
      return;
    }
    for (Material material : item.get().materials()) {
      boolean there =
          draft.pieces().stream()
              .anyMatch(piece -> piece.enclosure().name().startsWith(material.id() + "-"));
      if (material.required() && !there) {
        errors.add(missing(material.id()));
      }
    }
    if (composer.asked(draft).isPresent()
        && (draft.consent().isEmpty() || Composer.refused(draft))) {
      errors.add(missing("consent"));
    } else if (item.get().signed() && Composer.signature(draft).isEmpty()) {
      errors.add(missing("signature"));
    }
  }

  /** How typed ID numbers fail, by field. */
  static Map<String, NumberProblem> numbers(Draft draft) {
    Map<String, NumberProblem> problems = new LinkedHashMap<>();
    new TreeMap<>(draft.answers())
        .forEach(
            (field, typed) -> {
              if (field.matches("p[0-9]{1,2}Number")) {
                IdNumberLook.problem(typed).ifPresent(problem -> problems.put(field, problem));
              }
            });
    return problems;
  }

  static int points(Draft draft) {
    return (int) draft.answers().keySet().stream().filter(id -> id.matches("t[0-9]{4}")).count();
  }

  private static FieldError missing(String what) {
    return new FieldError(what, Code.MISSING, 0);
  }
}
