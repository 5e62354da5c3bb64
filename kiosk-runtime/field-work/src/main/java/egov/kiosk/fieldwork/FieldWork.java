package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Household.Conflict;
import egov.kiosk.domain.field.Person;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.field.TrackPoint;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk;
import egov.kiosk.fieldwork.desk.HouseLine;
import egov.kiosk.fieldwork.desk.Sent;
import egov.kiosk.fieldwork.desk.SyncView;
import egov.kiosk.fieldwork.desk.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desk itself; everything it does, it does alone. */
public final class FieldWork implements FieldDesk {
  private final GridCell grid;
  private final Clock clock;
  private final Ports ports;
  private final Books books;
  private final Drafting drafting;
  private final Pieces pieces;
  private final Checking checking;
  private final FieldNumbers numbers;
  private final Keeping keeping;
  private final DraftLook looks;
  private final DayLook days;
  private final SyncLook syncs;

  /**
   * @param grid the one grid this tablet is for
   * @param store where everything is kept
   * @param clock tells the time, and the day in its zone
   */
  public FieldWork(GridCell grid, FieldStore store, Ports ports, Clock clock) {
    this.grid = grid;
    this.clock = clock;
    this.ports = ports;
    books = new Books(store);
    Composer composer = new Composer(ports, grid.code());
    Consequences consequences = new Consequences(books, composer);
    checking = new Checking(composer);
    drafting = new Drafting(books, composer, clock);
    pieces = new Pieces(books, drafting, composer, ports, clock);
    numbers = new FieldNumbers(store, clock);
    HandIn handIn = new HandIn(books, ports, composer, consequences);
    keeping = new Keeping(books, ports, handIn);
    looks = new DraftLook(books, composer, checking, consequences, () -> LocalDate.now(clock));
    syncs = new SyncLook(books, ports, consequences);
    days = new DayLook(grid.code(), books, ports, consequences, syncs, clock);
  }

  @Override
  public synchronized Today today(Badge who) throws FieldException {
    return days.today(who);
  }

  @Override
  public synchronized List<HouseLine> houses() throws FieldException {
    return days.houses();
  }

  @Override
  public synchronized DraftView begin(Badge who, Beginning what) throws FieldException {
    if (what.kind() == DraftKind.CHOICE || what.kind() == DraftKind.PATROL) {
      throw new FieldException(Reason.NOT_FOUND, "that is not begun like this");
    }
    return looks.of(drafting.begin(who, what));
  }

  @Override
  public synchronized DraftView draft(Badge who, String draft) throws FieldException {
    return looks.of(drafting.mine(who, draft));
  }

  @Override
  public synchronized DraftView answer(Badge who, String draft, String field, String value)
      throws FieldException {
    return looks.of(drafting.answer(who, draft, field, value));
  }

  @Override
  public synchronized DraftView photo(Badge who, String draft, String slot, byte[] jpeg)
      throws FieldException {
    return looks.of(pieces.photo(who, draft, slot, jpeg));
  }

  @Override
  public synchronized DraftView voice(Badge who, String draft, byte[] webm) throws FieldException {
    return looks.of(pieces.voice(who, draft, webm));
  }

  @Override
  public synchronized DraftView takeAway(Badge who, String draft, String piece)
      throws FieldException {
    return looks.of(pieces.takeAway(who, draft, piece));
  }

  @Override
  public synchronized byte[] picture(Badge who, String draft, String piece) throws FieldException {
    return pieces.content(who, draft, piece);
  }

  @Override
  public synchronized DraftView consent(Badge who, String draft, boolean given)
      throws FieldException {
    return looks.of(drafting.consent(who, draft, given));
  }

  @Override
  public synchronized DraftView sign(Badge who, String draft, List<int[]> strokes)
      throws FieldException {
    return looks.of(pieces.sign(who, draft, strokes));
  }

  @Override
  public synchronized void discard(Badge who, String draft) throws FieldException {
    books.remove(drafting.open(who, draft));
  }

  @Override
  public synchronized Sent handIn(Badge who, String id) throws FieldException {
    Optional<Draft> there = books.drafts().find(id).filter(draft -> draft.badge().equals(who));
    if (there.isPresent() && there.get().handedIn().isEmpty()) {
      checking.require(there.get());
      Draft whole =
          there.get().kind() == DraftKind.PATROL ? pieces.withTrack(there.get()) : there.get();
      drafting.keep(whole.handedIn(new Draft.HandedIn(numbers.next(), clock.instant())));
    }
    keeping.carryAll();
    return syncs.one(who, id);
  }

  @Override
  public synchronized SyncView sync(Badge who) throws FieldException {
    return syncs.of(who);
  }

  @Override
  public synchronized SyncView push(Badge who) throws FieldException {
    keeping.carryAll();
    return syncs.of(who);
  }

  @Override
  public synchronized void resolve(Badge who, String household, String field, boolean mine)
      throws FieldException {
    Household house = books.houses().get(household);
    Conflict conflict =
        house.conflicts().stream()
            .filter(one -> one.field().equals(field))
            .findFirst()
            .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "nothing is to be decided"));
    require(
        AuditEvent.of(AuditActor.staff(who.value()), AuditAction.FIELD_CHOICE, AuditResult.DONE)
            .with(
                egov.kiosk.domain.audit.AuditAttribute.REASON,
                mine ? Chosen.OWN : Chosen.PLATFORM));
    if (!mine) {
      books.houses().put(house.yielding(field));
      return;
    }
    Map<String, String> answers =
        Map.of(
            "field", field,
            "value", conflict.mine(),
            "revision", Long.toString(house.revision()));
    drafting.keep(
        new Draft(
            TransactionId.create(clock.instant()),
            DraftKind.CHOICE,
            who,
            Optional.empty(),
            Optional.of(house.id()),
            Optional.empty(),
            clock.instant(),
            answers,
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.of(new Draft.HandedIn(numbers.next(), clock.instant()))));
    keeping.carryAll();
  }

  /** Whose version stands. */
  private enum Chosen {
    OWN,
    PLATFORM
  }

  @Override
  public synchronized String reveal(Badge who, String household, int person) throws FieldException {
    Person asked =
        Person.of(books.houses().get(household).shown()).stream()
            .filter(one -> one.index() == person)
            .findFirst()
            .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "there is nobody"));
    require(
        AuditEvent.of(AuditActor.staff(who.value()), AuditAction.FIELD_REVEALED, AuditResult.DONE));
    return asked.number();
  }

  private void require(AuditEvent event) throws FieldException {
    try {
      ports.audit().get().require(event);
    } catch (AuditUnavailableException e) {
      throw new FieldException(Reason.NOT_RECORDED, "it cannot be recorded, so it is not done", e);
    }
  }

  @Override
  public synchronized DraftView track(Badge who, TrackPoint point) throws FieldException {
    return looks.of(drafting.track(who, point));
  }

  /** Takes away what belongs to a grid this tablet was for before; to be called at the start. */
  public synchronized void keepOnlyOwnGrid() throws FieldException {
    for (Task task : books.tasks().all()) {
      if (!task.grid().equals(grid)) {
        books.tasks().remove(task.id().value());
      }
    }
    for (Household house : books.houses().all()) {
      if (!house.grid().equals(grid)) {
        books.houses().remove(house.id().value());
      }
    }
  }

  /** What must happen now and then: what is kept is tried again, what is old goes. Never throws. */
  public synchronized void beat() {
    keeping.beat();
  }

  /** Takes in what the platform says, all or nothing. */
  synchronized void take(FieldOrder order) throws FieldException {
    order.apply(books);
  }

  /** Takes everything away; what is in the queue stays there. */
  synchronized void wipe() throws FieldException {
    books.store().wipe();
  }

  /** How it stands, for the health check: altered things, and what waits to get into the queue. */
  synchronized int damaged() throws FieldException {
    return books.damaged();
  }
}
