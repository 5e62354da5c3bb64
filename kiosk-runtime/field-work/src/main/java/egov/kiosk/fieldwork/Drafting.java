package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.field.TrackPoint;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes drafts: every change is on the disk before it is answered. */
final class Drafting {
  private static final int LONGEST = 500;
  private static final int MOST_DRAFTS = 200;
  private static final int MOST_POINTS = 2_000;
  private static final Duration PATROL_DAY = Duration.ofHours(14);

  private final Books books;
  private final Composer composer;
  private final InstantSource clock;

  Drafting(Books books, Composer composer, InstantSource clock) {
    this.books = books;
    this.composer = composer;
    this.clock = clock;
  }

  /** Goes on with what was begun about the same thing, or begins. */
  Draft begin(Badge who, Beginning what) throws FieldException {
    Optional<FieldId> task = what.task().flatMap(Drafting::id);
    Optional<Task> asked =
        task.isEmpty() ? Optional.empty() : books.tasks().find(task.get().value());
    if (what.task().isPresent() && asked.isEmpty()) {
      throw new FieldException(Reason.NOT_FOUND, "there is no such task");
    }
    Optional<String> house =
        what.household().or(() -> asked.flatMap(Task::household).map(FieldId::value));
    Optional<String> item = what.itemCode().or(() -> asked.flatMap(Task::itemCode));
    Optional<Household> about =
        house.isEmpty() ? Optional.empty() : Optional.of(books.houses().get(house.get()));
    List<Draft> all = books.drafts().all();
    Optional<Draft> begun =
        all.stream()
            .filter(draft -> draft.badge().equals(who) && draft.handedIn().isEmpty())
            .filter(draft -> draft.kind() == what.kind() && draft.task().equals(task))
            .filter(draft -> draft.household().equals(about.map(Household::id)))
            .filter(draft -> draft.itemCode().equals(item))
            .filter(draft -> task.isPresent() || about.isPresent() || patrol(draft))
            .findFirst();
    if (begun.isPresent()) {
      return begun.get();
    }
    if (all.size() >= MOST_DRAFTS) {
      throw new FieldException(Reason.TOO_MANY, "too many drafts");
    }
    return fresh(who, what.kind(), task, about, item, asked);
  }

  /** Takes up a household that is on nobody's list; one that was begun and left empty makes way. */
  Draft takeUp(Badge who) throws FieldException {
    List<Draft> all = books.drafts().all();
    for (Draft draft : all) {
      boolean open = draft.badge().equals(who) && draft.handedIn().isEmpty();
      if (open && NewHouse.isTakenUp(draft) && NewHouse.isEmpty(draft)) {
        books.remove(draft);
      }
    }
    if (all.size() >= MOST_DRAFTS) {
      throw new FieldException(Reason.TOO_MANY, "too many drafts");
    }
    return keep(NewHouse.draft(TransactionId.create(clock.instant()), who, clock.instant()));
  }

  private boolean patrol(Draft draft) {
    return draft.kind() == DraftKind.PATROL
        && draft.begunAt().plus(PATROL_DAY).isAfter(clock.instant());
  }

  private Draft fresh(
      Badge who,
      DraftKind kind,
      Optional<FieldId> task,
      Optional<Household> house,
      Optional<String> item,
      Optional<Task> asked)
      throws FieldException {
    Map<String, String> answers = new LinkedHashMap<>();
    if (kind == DraftKind.VISIT) {
      Household about =
          house.orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "a visit has a household"));
      answers.put("revision", Long.toString(about.revision()));
    }
    if (kind == DraftKind.FORM) {
      ServiceItem form =
          item.flatMap(composer::form)
              .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "there is no such form"));
      answers.put(Composer.FORM_VERSION, form.version());
    }
    if (kind == DraftKind.EVENT) {
      asked.flatMap(Task::event).ifPresent(event -> answers.put("eventId", event));
      answers.put("urgency", "NORMAL");
    }
    if (kind != DraftKind.FORM) {
      answers.put("seenAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return keep(
        new Draft(
            TransactionId.create(clock.instant()),
            kind,
            who,
            task,
            house.map(Household::id),
            kind == DraftKind.FORM ? item : Optional.empty(),
            clock.instant(),
            answers,
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  /** A draft of this worker's. */
  Draft mine(Badge who, String id) throws FieldException {
    Draft draft = books.drafts().get(id);
    if (!draft.badge().equals(who)) {
      throw new FieldException(Reason.NOT_FOUND, "there is no such draft");
    }
    return draft;
  }

  /** A draft of this worker's that may still be changed. */
  Draft open(Badge who, String id) throws FieldException {
    Draft draft = mine(who, id);
    if (draft.handedIn().isPresent()) {
      throw new FieldException(Reason.HANDED_IN, "it was handed in");
    }
    return draft;
  }

  Draft answer(Badge who, String id, String field, String value) throws FieldException {
    Draft draft = open(who, id);
    require(draft, field, value);
    Map<String, String> answers = new LinkedHashMap<>(draft.answers());
    Map<String, String> bases = new LinkedHashMap<>(draft.bases());
    Optional<Household> house =
        draft.household().isEmpty()
            ? Optional.empty()
            : books.houses().find(draft.household().get().value());
    boolean ofHouse = draft.kind() == DraftKind.VISIT && HouseFields.isOne(field);
    String before = house.map(found -> found.shown().getOrDefault(field, "")).orElse("");
    String base = bases.getOrDefault(field, before);
    if (ofHouse && value.equals(base)) {
      answers.remove(field);
      bases.remove(field);
    } else if (value.isEmpty() && !ofHouse) {
      answers.remove(field);
    } else {
      answers.put(field, value);
      if (ofHouse) {
        bases.put(field, base);
      }
    }
    return keep(draft.answers(answers, bases));
  }

  private static void require(Draft draft, String field, String value) throws FieldException {
    boolean ours = draft.kind() != DraftKind.FORM && HouseFields.reserved(field);
    if (!field.matches("[a-z][A-Za-z0-9]{0,31}") || ours) {
      throw refused("", FieldError.Code.UNKNOWN_QUESTION, 0);
    }
    if (value.codePointCount(0, value.length()) > LONGEST) {
      throw refused(field, FieldError.Code.TOO_LONG, LONGEST);
    }
    boolean typed =
        value
            .codePoints()
            .noneMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE
                        || Character.getType(point) == Character.FORMAT);
    if (!typed) {
      throw refused(field, FieldError.Code.BAD_CHARACTER, 0);
    }
  }

  private static FieldException refused(String field, FieldError.Code code, int limit) {
    return new FieldException(List.of(new FieldError(field, code, limit)));
  }

  Draft consent(Badge who, String id, boolean given) throws FieldException {
    Draft draft = open(who, id);
    Wording asked =
        composer
            .asked(draft)
            .orElseThrow(
                () -> new FieldException(Reason.NOT_FOUND, "nobody is asked to agree here"));
    Map<String, String> answers = new LinkedHashMap<>(draft.answers());
    answers.putAll(composer.noted(asked));
    ConsentAnswer answer = given ? ConsentAnswer.GIVEN : ConsentAnswer.REFUSED;
    return keep(
        draft
            .answers(answers, draft.bases())
            .consent(Optional.of(new Draft.Agreed(answer, clock.instant()))));
  }

  Draft track(Badge who, TrackPoint point) throws FieldException {
    Draft patrol =
        begin(
            who,
            new Beginning(DraftKind.PATROL, Optional.empty(), Optional.empty(), Optional.empty()));
    int count = Checking.points(patrol);
    if (count >= MOST_POINTS) {
      throw new FieldException(Reason.TOO_MANY, "a patrol has " + MOST_POINTS + " points");
    }
    Map<String, String> answers = new LinkedHashMap<>(patrol.answers());
    answers.put(
        String.format(Locale.ROOT, "t%04d", count),
        String.format(
            Locale.ROOT,
            "%s,%.6f,%.6f,%d",
            point.at(),
            point.latitude(),
            point.longitude(),
            point.metres()));
    answers.put("points", Integer.toString(count + 1));
    return keep(patrol.answers(answers, Map.of()));
  }

  Draft keep(Draft draft) throws FieldException {
    books.drafts().put(Objects.requireNonNull(draft));
    return draft;
  }

  private static Optional<FieldId> id(String text) {
    try {
      return Optional.of(new FieldId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
