package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.EventStage;
import egov.kiosk.domain.field.FieldEvent;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Person;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.fieldwork.desk.HouseLine;
import egov.kiosk.fieldwork.desk.Sent;
import egov.kiosk.fieldwork.desk.SyncView;
import egov.kiosk.fieldwork.desk.Today;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The day and the grid as the screen sees them. */
final class DayLook {
  private static final Duration STALE = Duration.ofDays(1);
  private static final int MOST_EVENTS = 50;

  private final String grid;
  private final Books books;
  private final Ports ports;
  private final Consequences consequences;
  private final SyncLook syncs;
  private final Clock clock;

  DayLook(
      String grid,
      Books books,
      Ports ports,
      Consequences consequences,
      SyncLook syncs,
      Clock clock) {
    this.grid = grid;
    this.books = books;
    this.ports = ports;
    this.consequences = consequences;
    this.syncs = syncs;
    this.clock = clock;
  }

  Today today(Badge who) throws FieldException {
    SyncView sync = syncs.of(who);
    List<Draft> drafts =
        books.drafts().all().stream()
            .filter(draft -> draft.badge().equals(who) && draft.handedIn().isEmpty())
            .sorted(Comparator.comparing(Draft::begunAt).reversed())
            .toList();
    List<Task> tasks = new ArrayList<>(books.tasks().all());
    tasks.sort(
        Comparator.comparing(Task::done)
            .thenComparing(task -> task.due().orElse(LocalDate.MAX))
            .thenComparing(task -> task.id().value()));
    Optional<Instant> listed = books.listed();
    List<Today.DraftLine> begun = new ArrayList<>();
    for (Draft draft : drafts) {
      begun.add(
          new Today.DraftLine(
              draft.id().value(),
              draft.kind().name(),
              consequences.title(draft),
              draft.begunAt().toString()));
    }
    return new Today(
        grid,
        listed.map(Instant::toString).orElse(""),
        listed.map(at -> at.plus(STALE).isBefore(clock.instant())).orElse(true),
        ports.connectivity().get().map(Connectivity::online).orElse(false),
        (int) tasks.stream().filter(Task::done).count(),
        sync.unsent(),
        sync.conflicts().size(),
        books.damaged(),
        tasks.stream().map(task -> line(task, drafts)).toList(),
        begun,
        events(sync));
  }

  private Today.TaskLine line(Task task, List<Draft> drafts) {
    String draft =
        drafts.stream()
            .filter(one -> one.task().filter(task.id()::equals).isPresent())
            .findFirst()
            .map(one -> one.id().value())
            .orElse("");
    return new Today.TaskLine(
        task.id().value(),
        task.kind().name(),
        task.title(),
        task.note(),
        task.household().map(FieldId::value).orElse(""),
        task.itemCode().orElse(""),
        task.due().map(LocalDate::toString).orElse(""),
        due(task),
        task.done(),
        draft);
  }

  private String due(Task task) {
    if (task.due().isEmpty()) {
      return "NONE";
    }
    int compared = task.due().get().compareTo(LocalDate.now(clock));
    return compared < 0 ? "LATE" : compared == 0 ? "TODAY" : "LATER";
  }

  private List<Today.EventLine> events(SyncView sync) throws FieldException {
    Map<String, Sent> sent = new LinkedHashMap<>();
    sync.sent().forEach(one -> sent.put(one.id(), one));
    List<FieldEvent> events = new ArrayList<>(books.events().all());
    events.sort(Comparator.comparing(FieldEvent::at).reversed());
    return events.stream().limit(MOST_EVENTS).map(event -> line(event, sent)).toList();
  }

  private static Today.EventLine line(FieldEvent event, Map<String, Sent> sent) {
    Optional<Sent> note = Optional.ofNullable(sent.get(event.id().value()));
    String number = note.map(Sent::officialNumber).orElse("");
    boolean taken = event.stage() == EventStage.COLLECTED && !number.isEmpty();
    return new Today.EventLine(
        event.id().value(),
        event.category(),
        event.urgency(),
        event.title(),
        (taken ? EventStage.ACCEPTED : event.stage()).name(),
        event.note(),
        number);
  }

  List<HouseLine> houses() throws FieldException {
    return books.houses().all().stream()
        .map(DayLook::line)
        .sorted(Comparator.comparing(HouseLine::address).thenComparing(HouseLine::id))
        .toList();
  }

  private static HouseLine line(Household house) {
    Map<String, String> shown = house.shown();
    List<Person> people = Person.of(shown);
    return new HouseLine(
        house.id().value(),
        shown.getOrDefault(Household.ADDRESS, ""),
        people.isEmpty() ? "" : people.get(0).maskedName(),
        people.size(),
        people.stream().flatMap(one -> DraftLook.tags(one.tags()).stream()).distinct().toList(),
        !house.mine().isEmpty(),
        house.conflicts().size(),
        NewHouse.isFresh(house));
  }
}
