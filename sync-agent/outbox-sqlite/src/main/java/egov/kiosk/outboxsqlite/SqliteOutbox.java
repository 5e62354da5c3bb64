package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.AppendListener;
import egov.kiosk.domain.outbox.AppendSignal;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.Ledger;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.directory.Untold;
import egov.kiosk.outboxsqlite.store.Repair;
import egov.kiosk.outboxsqlite.store.RowBox;
import egov.kiosk.outboxsqlite.store.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable queue on one SQLite file (待传办件队列). A message is in the write-ahead log and the log is
 * synced before {@link #append} returns; appends of several threads at once share one sync.
 *
 * <p>Messages the platform has keep their line, without the sealed bytes; messages it refused keep
 * both. A pending row whose bytes are no longer what was written is never sent: it becomes a dead
 * letter with the reason {@value #ALTERED}. A damaged file is set aside, and what can be read of it
 * goes on in a fresh one; {@code incidents.txt} in the directory says what happened.
 */
public final class SqliteOutbox implements Outbox, Ledger, AppendSignal, AutoCloseable {
  /** The reason of dead letters whose row was altered on the disk. */
  public static final String ALTERED = Repair.REASON;

  private static final Logger LOG = LoggerFactory.getLogger(SqliteOutbox.class);
  private static final long LOG_WORTH_EMPTYING = 1024 * 1024;

  private final Surroundings surroundings;
  private final OpenStore store;
  private final Guard guard;
  private final Room room;
  private final PendingMessages pending;
  private final Sendings sendings;
  private final Books books;
  private final BackgroundCheck check;
  private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();

  private SqliteOutbox(OutboxSettings settings, Surroundings surroundings, OpenStore store) {
    this.surroundings = surroundings;
    this.store = store;
    room = new Room(store.directory, settings);
    guard = new Guard(store, room, surroundings.clock());
    pending = new PendingMessages(store, guard, surroundings.clock());
    sendings = new Sendings(store, guard);
    books = new Books(store.directory.file(StoreFiles.DATABASE), guard, surroundings.sm3());
    check = new BackgroundCheck(store, pending, guard, surroundings.rest());
  }

  /**
   * Opens the queue, salvaging it first if it is damaged.
   *
   * @throws OutboxException {@code LOCKED}, {@code TOO_NEW} or {@code IO}, with nothing changed
   */
  public static SqliteOutbox open(OutboxSettings settings, Surroundings surroundings)
      throws OutboxException {
    return open(settings, surroundings, Schema::new);
  }

  /** As a program of another version, for tests. */
  static SqliteOutbox open(
      OutboxSettings settings, Surroundings surroundings, Function<RowBox, Schema> schemas)
      throws OutboxException {
    OpenStore store = OpenStore.open(settings, surroundings, schemas);
    SqliteOutbox outbox = new SqliteOutbox(settings, surroundings, store);
    outbox.room.saveUp();
    outbox.check.start();
    return outbox;
  }

  /** Opens the queue for one that keeps no books; the parameters are those of the surroundings. */
  public static SqliteOutbox open(
      OutboxSettings settings, InstantSource clock, Supplier<Optional<String>> kioskId)
      throws OutboxException {
    return open(settings, new Surroundings(clock, kioskId, Optional::empty));
  }

  @Override
  public long append(SignedEnvelope envelope) throws OutboxException {
    long before = store.writer.tally().lastSequence();
    long sequence =
        guard.commit(() -> store.writer.append(envelope, surroundings.clock().instant()));
    if (sequence > before) {
      ring(sequence);
    }
    return sequence;
  }

  /** Stores a message that comes from somewhere else, unless it is here already. */
  public Taken take(SignedEnvelope envelope) throws OutboxException {
    try {
      boolean here = find(envelope.id().value()).isPresent();
      append(envelope);
      return here ? Taken.ALREADY_HERE : Taken.ADDED;
    } catch (OutboxException e) {
      if (e.reason() == OutboxException.Reason.CONFLICT) {
        return Taken.CONFLICT;
      }
      throw e;
    }
  }

  private void ring(long sequence) {
    listeners.forEach(listener -> listener.appended(sequence));
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit)
      throws OutboxException {
    return pending.of(lane, afterSequence, limit);
  }

  @Override
  public void attempted(long sequence) throws OutboxException {
    sendings.add(sequence);
  }

  @Override
  public Settlement settle(PlatformReceipt receipt) throws OutboxException {
    return settle(List.of(receipt)).get(0);
  }

  /** All of them in one transaction, each judged by itself. */
  @Override
  public List<Settlement> settle(List<PlatformReceipt> receipts) throws OutboxException {
    Optional<String> self = surroundings.kioskId().get();
    // Should a power cut undo it, the messages are sent again, and the platform answers again.
    List<Settlement> settlements =
        guard.mustFitRelaxed(
            () -> store.writer.standings().settle(receipts, self, now(), sendings::take));
    if (settlements.contains(Settlement.SETTLED) && store.writer.tally().pending() == 0) {
      rest();
    }
    return settlements;
  }

  private Instant now() {
    return surroundings.clock().instant();
  }

  /** With nothing left to send there is time to empty the log and to put space aside again. */
  private void rest() throws OutboxException {
    if (store.directory.size(StoreFiles.LOG) > LOG_WORTH_EMPTYING) {
      guard.alone(store.writer::checkpoint);
    }
    room.saveUp();
  }

  @Override
  public OutboxCounts counts() throws OutboxException {
    guard.requireOpen();
    return store.writer.tally().counts();
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) throws OutboxException {
    List<OutboxEntry> entries = guard.read(() -> store.reader.list(afterSequence, limit));
    return entries.stream().map(sendings::upToDate).toList();
  }

  @Override
  public Optional<OutboxEntry> find(String idOrNumber) throws OutboxException {
    return guard.read(() -> store.reader.find(idOrNumber)).map(sendings::upToDate);
  }

  @Override
  public boolean retry(TransactionId id) throws OutboxException {
    Wholeness whole = new Wholeness(surroundings.sm3());
    OptionalLong place = guard.mustFit(() -> store.writer.standings().retry(id, whole));
    place.ifPresent(this::ring);
    return place.isPresent();
  }

  @Override
  public Reckoning reckon(LocalDate day) throws OutboxException {
    return books.reckon(day);
  }

  @Override
  public Fill fill() {
    return room.fill(store.writer.tally());
  }

  @Override
  public boolean accepting() {
    guard.look();
    return guard.sound()
        && room.enoughOnDisk()
        && room.takesFiles()
        && fill().level() != Fill.Level.CLOSED;
  }

  @Override
  public void listen(AppendListener listener) {
    listeners.add(listener);
  }

  @Override
  public void forget(AppendListener listener) {
    listeners.remove(listener);
  }

  /**
   * Calls this, on any thread, as soon as the queue cannot go on with its file: then closing it and
   * opening it again puts things right.
   */
  public void onTrouble(Runnable call) {
    guard.onTrouble(call);
  }

  /** Whether the queue cannot go on with its file. Never blocks. */
  public boolean inTrouble() {
    guard.look();
    return guard.suspect();
  }

  /**
   * Saves what is in the open files if they are not the ones under their names any more. Closing
   * does it too, but has to go on when it fails.
   */
  public void rescue() throws OutboxException {
    guard.alone(
        () -> {
          store.rescue(surroundings.clock().instant());
          return null;
        });
  }

  /** Incidents the platform has not been told of. */
  public Untold untold() {
    return store.incidents.untold();
  }

  /** What of this queue is kept for a number of days. */
  public RetainedStore retained(Holding holding) {
    return holding == Holding.QUEUE_LABELS
        ? new SettledLabels(store, guard)
        : new SetAsideFiles(store, guard);
  }

  /** What the health checks ask about. */
  /** Bytes that are free on the queue's disk. */
  public long freeBytes() {
    return room.freeBytes();
  }

  QueueState state() {
    return new QueueState(
        store.writer.tally(), room, store.incidents.any(), guard.suspect(), guard.closed());
  }

  /** Waits for what is under way, writes what is not written, closes the files. */
  @Override
  public void close() {
    guard.shut();
    check.close();
    try {
      sendings.write();
      rescue();
    } catch (OutboxException e) {
      LOG.warn("outbox: not everything could be written before closing", e);
    }
    try {
      guard.close(
          () -> {
            store.close();
            return null;
          });
    } catch (OutboxException e) {
      throw new IllegalStateException("closing never fails", e);
    }
  }
}
