package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Person;
import egov.kiosk.domain.field.Tag;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.fieldwork.desk.DraftView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A draft as the screen sees it. */
final class DraftLook {
  private final Books books;
  private final Composer composer;
  private final Checking checking;
  private final Consequences consequences;
  private final Supplier<LocalDate> today;
  private final BooleanSupplier reader;

  DraftLook(
      Books books,
      Composer composer,
      Checking checking,
      Consequences consequences,
      Supplier<LocalDate> today,
      BooleanSupplier reader) {
    this.books = books;
    this.composer = composer;
    this.checking = checking;
    this.consequences = consequences;
    this.today = today;
    this.reader = reader;
  }

  DraftView of(Draft draft) throws FieldException {
    Optional<Household> house =
        draft.household().isEmpty()
            ? Optional.empty()
            : books.houses().find(draft.household().get().value());
    Map<String, String> known = house.map(Household::shown).orElse(Map.of());
    return new DraftView(
        draft.id().value(),
        draft.kind().name(),
        consequences.title(draft),
        draft.household().map(FieldId::value).orElse(""),
        typed(draft),
        impersonal(known),
        people(draft, known),
        Checking.numbers(draft),
        questions(draft),
        slots(draft),
        draft.pieces().stream().map(piece -> piece.enclosure().name()).toList(),
        draft.consent().map(said -> said.answer().name()).orElse("NONE"),
        composer.asked(draft).map(Wording::text).orElse(""),
        composer.signs(draft),
        Composer.signature(draft).isPresent(),
        checking.errors(draft).stream().map(FieldError::questionId).distinct().toList(),
        draft.handedIn().map(handed -> handed.number().value()).orElse(""),
        Checking.points(draft),
        draft.kind() == DraftKind.VISIT && reader.getAsBoolean(),
        NewHouse.isTakenUp(draft));
  }

  private static Map<String, String> typed(Draft draft) {
    Map<String, String> typed = new LinkedHashMap<>(draft.answers());
    boolean form = draft.kind() == DraftKind.FORM;
    typed.keySet().removeIf(name -> name.startsWith("_") || !form && HouseFields.reserved(name));
    return typed;
  }

  private static Map<String, String> impersonal(Map<String, String> known) {
    Map<String, String> shown = new TreeMap<>(known);
    shown.keySet().removeIf(HouseFields::personal);
    return shown;
  }

  private static List<DraftView.PersonLine> people(Draft draft, Map<String, String> known) {
    if (draft.kind() != DraftKind.VISIT) {
      return List.of();
    }
    Map<String, String> after = new LinkedHashMap<>(known);
    after.putAll(draft.answers());
    List<DraftView.PersonLine> lines = new ArrayList<>();
    for (Person person : Person.of(after)) {
      boolean changed =
          Person.PARTS.stream()
              .anyMatch(part -> draft.bases().containsKey(Person.field(person.index(), part)));
      lines.add(
          new DraftView.PersonLine(
              person.index(),
              person.maskedName(),
              person.maskedNumber(),
              person.relation(),
              tags(person.tags()),
              changed));
    }
    return lines;
  }

  /** The tags somebody has; a word that is none is left out. */
  static List<String> tags(String joined) {
    return java.util.Arrays.stream(joined.split(","))
        .filter(name -> Tag.of(name).isPresent())
        .toList();
  }

  private List<DraftView.Question> questions(Draft draft) {
    if (draft.kind() != DraftKind.FORM) {
      return List.of();
    }
    return composer
        .form(draft)
        .map(item -> item.on(today.get()).questions())
        .orElse(List.of())
        .stream()
        .map(DraftLook::asked)
        .toList();
  }

  private static DraftView.Question asked(FormQuestion one) {
    return new DraftView.Question(
        one.id(),
        one.label(),
        one.labelEnglish(),
        one.hint(),
        one.kind().name(),
        one.required(),
        one.maxLength(),
        one.choices());
  }

  private List<DraftView.Slot> slots(Draft draft) {
    if (draft.kind() == DraftKind.PATROL || draft.kind() == DraftKind.CHOICE) {
      return List.of();
    }
    if (draft.kind() != DraftKind.FORM) {
      return List.of(new DraftView.Slot(Pieces.PHOTO, "", false));
    }
    return composer.form(draft).map(ServiceItem::materials).orElse(List.of()).stream()
        .map(one -> new DraftView.Slot(one.id(), one.label(), one.required()))
        .toList();
  }
}
