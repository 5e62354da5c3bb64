package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Person;
import egov.kiosk.domain.field.Task;
import egov.kiosk.domain.field.TrackPoint;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk;
import egov.kiosk.fieldwork.desk.HouseLine;
import egov.kiosk.fieldwork.desk.Sent;
import egov.kiosk.fieldwork.desk.SyncView;
import egov.kiosk.fieldwork.desk.Today;
import egov.kiosk.fieldwork.store.ClosedWhileWiping;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The desk itself; everything it does, it does alone. */
public final class FieldWork implements FieldDesk {
  private final GridCell grid;
  private final Clock clock;
  private final Books books;
  private final Drafting drafting;
  private final Pieces pieces;
  private final Checking checking;
  private final FieldNumbers numbers;
  private final Keeping keeping;
  private final DraftLook looks;
  private final DayLook days;
  private final SyncLook syncs;
  private final Wiping wiping;
  private final Choosing choosing;
  private final Cards cards;

  /**
   * @param grid the one grid this tablet is for
   * @param store where everything is kept
   * @param clock tells the time, and the day in its zone
   */
  public FieldWork(GridCell grid, FieldStore store, Ports ports, Clock clock) {
    this.grid = grid;
    this.clock = clock;
    Rescue rescue = new Rescue(store, ports, grid.code(), clock);
    wiping = new Wiping(store, rescue, new RescuePost(store, ports));
    FieldStore open = new ClosedWhileWiping(store);
    books = new Books(open);
    Composer composer = new Composer(ports, grid.code());
    Consequences consequences = new Consequences(books, composer, grid);
    checking = new Checking(composer);
    drafting = new Drafting(books, composer, clock);
    pieces = new Pieces(books, drafting, composer, ports, clock);
    numbers = new FieldNumbers(open, clock);
    choosing = new Choosing(books, drafting, numbers, ports, clock);
    cards = new Cards(ports);
    HandIn handIn = new HandIn(books, ports, composer, consequences);
    keeping = new Keeping(books, ports, handIn);
    looks =
        new DraftLook(
            books,
            composer,
            checking,
            consequences,
            () -> LocalDate.now(clock),
            () -> ports.reader().get().isPresent());
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
  public synchronized DraftView newHousehold(Badge who) throws FieldException {
    return looks.of(drafting.takeUp(who));
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
  public synchronized byte[] sound(Badge who, String draft) throws FieldException {
    return pieces.sound(who, draft);
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
    if (choosing.resolve(who, household, field, mine)) {
      keeping.carryAll();
    }
  }

  @Override
  public synchronized String reveal(Badge who, String household, int person) throws FieldException {
    return choosing.reveal(who, household, person);
  }

  @Override
  public DraftView readCard(Badge who, String draft, int person) throws FieldException {
    // The worker goes on elsewhere, and so does this room, while a card is waited for.
    draft(who, draft);
    try (IdCard card = cards.read()) {
      return keep(who, draft, person, card);
    }
  }

  private synchronized DraftView keep(Badge who, String draft, int person, IdCard card)
      throws FieldException {
    drafting.answer(who, draft, Person.field(person, "Name"), card.name().value());
    return looks.of(
        drafting.answer(who, draft, Person.field(person, "Number"), card.number().value()));
  }

  @Override
  public synchronized DraftView track(Badge who, TrackPoint point) throws FieldException {
    return looks.of(drafting.track(who, point));
  }

  /**
   * Goes on with a wipe that was cut off, and takes away what belongs to a grid this tablet was for
   * before; to be called at the start. A wipe that cannot be gone on with now is gone on with by
   * {@link #beat}, which says why it cannot.
   */
  public synchronized void begin() throws FieldException {
    try {
      if (!wiping.goOn()) {
        return;
      }
    } catch (FieldException e) {
      return;
    }
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
    wiping.beat();
    if (!wiping.going()) {
      keeping.beat();
    }
  }

  /** Takes in what the platform says, all or nothing. */
  synchronized void take(FieldOrder order) throws FieldException {
    order.apply(books);
  }

  /**
   * Closes the room until everything has gone, and begins to take it away; {@link #goOnWiping} does
   * it. What was handed in and waits for the queue goes there first, if it can.
   *
   * @throws FieldException {@code STORAGE} when it cannot be noted on the disk yet; the room is
   *     closed all the same, and {@link #beat} goes on with it
   */
  synchronized void beginWipe() throws FieldException {
    if (wiping.going()) {
      return;
    }
    try {
      keeping.carryAll();
    } catch (FieldException | RuntimeException e) {
      // Whatever stands in its way: it is rescued with the rest, and the room is closed.
    }
    wiping.begin();
  }

  /**
   * Goes on with a wipe that was begun: what was not handed in is sealed for the platform first.
   *
   * @return whether it is over
   */
  synchronized boolean goOnWiping() throws FieldException {
    boolean over = wiping.goOn();
    wiping.beat();
    return over;
  }

  /** How many kept things were altered behind our back. */
  synchronized int damaged() throws FieldException {
    return wiping.going() ? 0 : books.damaged();
  }

  /** Whether a wipe was begun and waits for the kiosk's keys. */
  synchronized boolean wiping() {
    return wiping.going();
  }

  /** How many rescued drafts wait for the queue. */
  synchronized int rescued() throws FieldException {
    return wiping.rescued();
  }
}
