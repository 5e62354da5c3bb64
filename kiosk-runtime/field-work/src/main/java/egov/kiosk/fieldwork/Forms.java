package egov.kiosk.fieldwork;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.Person;
import egov.kiosk.domain.transaction.Choice;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The standard forms of field work (标准工作任务), as service items: what goes up is a transaction like
 * any other. Labels are those of the worker's screens, so there are none here.
 */
final class Forms {
  private static final String VERSION = "1";
  private static final int SHORT = 20;
  private static final int LINE = 200;
  private static final int LONG = 500;

  private Forms() {}

  /** The code of the item a draft of that kind becomes. */
  static String code(DraftKind kind) {
    return "GRID-" + kind.name();
  }

  /** The item, signed or not. */
  static ServiceItem item(Draft draft, boolean signed) {
    return item(code(draft.kind()), VERSION, questions(draft.kind()), urgent(draft), signed);
  }

  /** What a draft becomes that was not handed in when its tablet was wiped. */
  static ServiceItem rescued() {
    List<FormQuestion> questions =
        List.of(
            must(text("worker", 16)),
            must(text("kind", 16)),
            must(text("grid", 32)),
            must(text("begunAt", 32)),
            must(text("key", 32)),
            text("taskId", 48),
            text("houseId", 48),
            text("item", 64),
            text("handedInAt", 32));
    return item("GRID-RESCUED", VERSION, questions, true, false);
  }

  /** A form of the catalogue whose entry is not there any more: the answers as they stand. */
  static ServiceItem bare(Draft draft, String version, boolean signed) {
    List<FormQuestion> questions =
        draft.answers().keySet().stream()
            .filter(id -> !id.startsWith("_"))
            .sorted()
            .map(id -> text(id, LONG))
            .toList();
    return item(draft.itemCode().orElseThrow(), version, questions, false, signed);
  }

  private static ServiceItem item(
      String code, String version, List<FormQuestion> questions, boolean urgent, boolean signed) {
    return new ServiceItem(
        code,
        version,
        "网格工作",
        "Grid work",
        "",
        "",
        OfflineClass.QUEUE_OK,
        IdentityLevel.NONE,
        Set.of(),
        List.of(),
        questions,
        Optional.empty(),
        urgent,
        List.of(),
        signed,
        Optional.empty());
  }

  private static boolean urgent(Draft draft) {
    return draft.kind() == DraftKind.EVENT && "URGENT".equals(draft.answers().get("urgency"));
  }

  static List<FormQuestion> questions(DraftKind kind) {
    List<FormQuestion> own =
        switch (kind) {
          case VISIT -> visit();
          case EVENT -> event();
          case RESULT -> List.of(must(choice("outcome", "DONE", "NOT_DONE")), text("text", LONG));
          case PATROL -> List.of(number("points"));
          case CHOICE -> List.of(must(text("field", 32)), text("value", LONG), number("revision"));
          case FORM -> List.of();
        };
    return Stream.concat(about(), own.stream()).toList();
  }

  /** What every form may say: where and about what. */
  private static Stream<FormQuestion> about() {
    return Stream.of(
        must(text("grid", 32)),
        must(text("worker", 16)),
        text("taskId", 48),
        text("houseId", 48),
        text("lat", 16),
        text("lon", 16),
        number("metres"),
        text("seenAt", 32));
  }

  private static List<FormQuestion> visit() {
    List<FormQuestion> questions =
        new ArrayList<>(
            List.of(
                text("address", LINE),
                choice("use", "OWN", "RENT", "EMPTY"),
                text("note", LONG),
                number("revision"),
                text("cleared", LONG),
                text("signRefused", LINE),
                text(NewHouse.FIELD, SHORT)));
    NewHouse.PARTS.forEach(part -> questions.add(text(part, SHORT)));
    for (int i = 1; i <= Person.MOST; i++) {
      questions.add(text(Person.field(i, "Name"), 60));
      questions.add(text(Person.field(i, "Number"), 18));
      questions.add(question(Person.field(i, "Phone"), FieldKind.PHONE, false, 11, List.of()));
      questions.add(text(Person.field(i, "Relation"), 20));
      questions.add(text(Person.field(i, "Tags"), 60));
    }
    return questions;
  }

  private static List<FormQuestion> event() {
    return List.of(
        must(
            choice(
                "category",
                "SANITATION",
                "FIRE",
                "ROAD",
                "DISPUTE",
                "SECURITY",
                "FOOD",
                "CARE",
                "OTHER")),
        must(choice("urgency", "NORMAL", "SOON", "URGENT")),
        must(text("text", LONG)),
        text("place", LINE),
        must(choice("how", "SELF", "UP")),
        text("result", LONG),
        text("eventId", 48));
  }

  private static FormQuestion text(String id, int longest) {
    return question(id, FieldKind.TEXT, false, longest, List.of());
  }

  private static FormQuestion number(String id) {
    return question(id, FieldKind.NUMBER, false, 12, List.of());
  }

  private static FormQuestion choice(String id, String... values) {
    List<Choice> choices = Stream.of(values).map(value -> new Choice(value, value)).toList();
    return question(id, FieldKind.CHOICE, false, 32, choices);
  }

  private static FormQuestion must(FormQuestion asked) {
    return question(asked.id(), asked.kind(), true, asked.maxLength(), asked.choices());
  }

  private static FormQuestion question(
      String id, FieldKind kind, boolean required, int longest, List<Choice> choices) {
    return new FormQuestion(id, id, id, "", kind, required, longest, choices, Optional.empty());
  }
}
