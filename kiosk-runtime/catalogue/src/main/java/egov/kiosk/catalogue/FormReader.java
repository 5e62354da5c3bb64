package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.CardField;
import egov.kiosk.domain.transaction.Choice;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.OpenDays;
import egov.kiosk.domain.transaction.PhoneNeed;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an entry's questions. */
final class FormReader {
  private FormReader() {}

  static List<FormQuestion> questions(EntryObject entry) throws EntryRefusedException {
    List<FormQuestion> questions = new ArrayList<>();
    for (EntryObject object : entry.optionalObjects("questions", 0, 20)) {
      questions.add(question(object));
    }
    return questions;
  }

  private static FormQuestion question(EntryObject object) throws EntryRefusedException {
    String id = object.text("id", 1, 32);
    String label = object.text("label", 1, 40);
    String labelEnglish = object.text("labelEn", 1, 120);
    String hint = object.optionalText("hint", 60);
    FieldKind kind = object.word("kind", FieldKind.class);
    boolean required = object.flag("required");
    int maxLength = object.optionalNumber("maxLength", 1, 500, usualLength(kind));
    List<Choice> choices = choices(object);
    Optional<OpenDays> days = days(object);
    Optional<PhoneNeed> phoneNeeded = phoneNeeded(object);
    String hintEnglish = object.english("hintEn", 160);
    Optional<CardField> fromCard = object.optionalWord("fromCard", CardField.class);
    String platform = object.optionalCode("fromPlatform", 64);
    Optional<String> fromPlatform = Optional.of(platform).filter(field -> !field.isEmpty());
    object.end();
    return object.build(
        () ->
            new FormQuestion(
                id,
                label,
                labelEnglish,
                hint,
                kind,
                required,
                maxLength,
                choices,
                fromCard,
                fromPlatform,
                days,
                phoneNeeded,
                hintEnglish));
  }

  private static Optional<PhoneNeed> phoneNeeded(EntryObject question)
      throws EntryRefusedException {
    Optional<EntryObject> object = question.optionalObject("phoneNeeded");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    String why = object.get().text("why", 1, 12);
    String where = object.get().text("where", 1, 16);
    String whyEnglish = object.get().english("whyEn", 60);
    String whereEnglish = object.get().english("whereEn", 80);
    object.get().end();
    return Optional.of(new PhoneNeed(why, where, whyEnglish, whereEnglish));
  }

  private static int usualLength(FieldKind kind) {
    return switch (kind) {
      case TEXT -> 100;
      case PHONE -> 11;
      case CHOICE -> 64;
      case DATE -> 10;
      case NUMBER -> 18;
    };
  }

  private static List<Choice> choices(EntryObject question) throws EntryRefusedException {
    List<Choice> choices = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (EntryObject choice : question.optionalObjects("choices", 2, 20)) {
      String value = choice.text("value", 1, 64);
      String label = choice.text("label", 1, 30);
      String labelEnglish = choice.english("labelEn", 60);
      choice.end();
      if (!values.add(value)) {
        throw new EntryRefusedException(choice.pointer(), "has the value of another choice");
      }
      choices.add(new Choice(value, label, labelEnglish));
    }
    return choices;
  }

  private static Optional<OpenDays> days(EntryObject question) throws EntryRefusedException {
    Optional<EntryObject> object = question.optionalObject("days");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    EntryObject days = object.get();
    int from = days.number("from", 0, 60);
    int to = days.number("to", 0, 60);
    Set<DayOfWeek> closed = Set.copyOf(days.optionalWords("closed", DayOfWeek.class));
    days.end();
    return Optional.of(days.build(() -> new OpenDays(from, to, closed)));
  }
}
