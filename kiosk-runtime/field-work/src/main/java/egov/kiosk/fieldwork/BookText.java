package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.EventStage;
import egov.kiosk.domain.field.FieldEvent;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.SentNote;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.field.TaskKind;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.store.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tasks, households, events and notes as fields. */
final class BookText {
  private BookText() {}

  static Fields write(Task task) {
    return new Fields()
        .put("id", task.id())
        .put("grid", task.grid())
        .put("kind", task.kind())
        .put("title", task.title())
        .put("note", task.note())
        .put("household", task.household())
        .put("item", task.itemCode())
        .put("event", task.event())
        .put("due", task.due())
        .put("round", task.round())
        .put("done", task.done());
  }

  static Task task(Fields fields) {
    return new Task(
        new FieldId(fields.text("id")),
        new GridCell(fields.text("grid")),
        TaskKind.valueOf(fields.text("kind")),
        fields.text("title"),
        fields.text("note"),
        fields.find("household").map(FieldId::new),
        fields.find("item"),
        fields.find("event"),
        fields.find("due").map(LocalDate::parse),
        Integer.parseInt(fields.text("round")),
        Boolean.parseBoolean(fields.text("done")));
  }

  static Fields write(Household house) {
    Fields fields =
        new Fields()
            .put("id", house.id())
            .put("grid", house.grid())
            .put("revision", house.revision())
            .group("platform", house.platform());
    house
        .mine()
        .forEach(
            (name, change) ->
                fields.put("mine/" + name, change.value()).put("base/" + name, change.base()));
    return fields;
  }

  static Household household(Fields fields) {
    Map<String, Household.Change> mine = new LinkedHashMap<>();
    Map<String, String> bases = fields.group("base");
    fields
        .group("mine")
        .forEach((name, value) -> mine.put(name, new Household.Change(value, bases.get(name))));
    return new Household(
        new FieldId(fields.text("id")),
        new GridCell(fields.text("grid")),
        Long.parseLong(fields.text("revision")),
        fields.group("platform"),
        mine);
  }

  static Fields write(FieldEvent event) {
    return new Fields()
        .put("id", event.id())
        .put("category", event.category())
        .put("urgency", event.urgency())
        .put("title", event.title())
        .put("stage", event.stage())
        .put("note", event.note())
        .put("at", event.at());
  }

  static FieldEvent event(Fields fields) {
    return new FieldEvent(
        new TransactionId(fields.text("id")),
        fields.text("category"),
        fields.text("urgency"),
        fields.text("title"),
        EventStage.valueOf(fields.text("stage")),
        fields.text("note"),
        Instant.parse(fields.text("at")));
  }

  static Fields write(SentNote note) {
    return new Fields()
        .put("id", note.id())
        .put("kind", note.kind())
        .put("badge", note.badge())
        .put("title", note.title())
        .put("number", note.number())
        .put("at", note.at())
        .put(
            "pieces",
            note.pieces().stream().map(TransactionId::value).collect(Collectors.joining(" ")));
  }

  static SentNote note(Fields fields) {
    return new SentNote(
        new TransactionId(fields.text("id")),
        DraftKind.valueOf(fields.text("kind")),
        new Badge(fields.text("badge")),
        fields.text("title"),
        new LocalNumber(fields.text("number")),
        Instant.parse(fields.text("at")),
        Arrays.stream(fields.text("pieces").split(" "))
            .filter(id -> !id.isEmpty())
            .map(TransactionId::new)
            .toList());
  }
}
