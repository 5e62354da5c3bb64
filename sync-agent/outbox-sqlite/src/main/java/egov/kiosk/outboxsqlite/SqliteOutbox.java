package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.AppendListener;
import egov.kiosk.domain.outbox.AppendSignal;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.MessageReader.CheckedRow;
import egov.kiosk.outboxsqlite.store.Repair;
import egov.kiosk.outboxsqlite.store.Tally;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
public final class SqliteOutbox implements Outbox, AppendSignal, AutoCloseable {
  /** The reason of dead letters whose row was altered on the disk. */
  public static final String ALTERED = Repair.REASON;

  private static final Logger LOG = LoggerFactory.getLogger(SqliteOutbox.class);
  private static final long LOG_WORTH_EMPTYING = 1024 * 1024;

  private final InstantSource clock;
  private final Supplier<Optional<String>> kioskId;
  private final OpenStore store;
  private final Guard guard;
  private final Room room;
  private final BackgroundCheck check;
  private final AttemptCounter attempts = new AttemptCounter();
  private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();

  private SqliteOutbox(
      OutboxSettings settings,
      InstantSource clock,
      Supplier<Optional<String>> kioskId,
      OpenStore store) {
    this.clock = clock;
    this.kioskId = kioskId;
    this.store = store;
    this.room = new Room(store.directory, settings);
    this.guard = new Guard(store, room, clock);
    this.check = new BackgroundCheck(store, this::repair, guard::suspect);
  }

  /**
   * Opens the queue, salvaging it first if it is damaged.
   *
   * @param kioskId the kiosk receipts must be for, as far as it is known yet
   * @throws OutboxException {@code LOCKED}, {@code TOO_NEW} or {@code IO}, with nothing changed
   */
  public static SqliteOutbox open(
      OutboxSettings settings, InstantSource clock, Supplier<Optional<String>> kioskId)
      throws OutboxException {
    OpenStore store = OpenStore.open(settings, clock);
    SqliteOutbox outbox = new SqliteOutbox(settings, clock, kioskId, store);
    outbox.room.saveUp();
    outbox.check.start();
    return outbox;
  }

  @Override
  public long append(SignedEnvelope envelope) throws OutboxException {
    long before = store.writer.tally().lastSequence();
    long sequence = guard.commit(() -> store.writer.append(envelope, clock.instant()));
    if (sequence > before) {
      listeners.forEach(listener -> listener.appended(sequence));
    }
    return sequence;
  }

  @Override
  public List<QueuedEnvelope> pending(long afterSequence, int limit) throws OutboxException {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit is at least 1");
    }
    List<QueuedEnvelope> messages = new ArrayList<>();
    long after = afterSequence;
    while (messages.isEmpty()) {
      long from = after;
      List<CheckedRow> rows = guard.read(() -> store.reader.pending(from, limit));
      if (rows.isEmpty()) {
        break;
      }
      for (CheckedRow found : rows) {
        after = found.row().sequence();
        if (found.sealed()) {
          messages.add(new QueuedEnvelope(after, found.row().envelope()));
        } else {
          giveUp(after);
        }
      }
    }
    return messages;
  }

  private void giveUp(long sequence) throws OutboxException {
    if (guard.mustFit(() -> store.writer.giveUp(sequence, ALTERED, clock.instant()))) {
      store.incidents.add(
          clock.instant(),
          "the row at place " + sequence + " was altered; it is kept as a dead letter, not sent");
    }
  }

  private void repair(long sequence) throws OutboxException {
    String result = guard.mustFit(() -> store.writer.repair(sequence, clock.instant())).sentence();
    store.incidents.add(
        clock.instant(), "the settled row at place " + sequence + " was altered; " + result);
  }

  @Override
  public void attempted(long sequence) throws OutboxException {
    if (attempts.add(sequence)) {
      writeAttempts();
    }
  }

  private void writeAttempts() throws OutboxException {
    Map<Long, Integer> counts = attempts.snapshot();
    guard.commit(
        () -> {
          for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
            store.writer.addAttempts(entry.getKey(), entry.getValue());
          }
          return null;
        });
    attempts.written(counts);
  }

  @Override
  public Settlement settle(PlatformReceipt receipt) throws OutboxException {
    Optional<String> self = kioskId.get();
    if (self.isPresent() && !self.get().equals(receipt.kioskId())) {
      return Settlement.UNKNOWN_MESSAGE;
    }
    Settlement settlement =
        guard.mustFit(() -> store.writer.settle(receipt, clock.instant(), attempts::take));
    if (settlement == Settlement.SETTLED && store.writer.tally().pending() == 0) {
      rest();
    }
    return settlement;
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
    return entries.stream().map(this::withAttempts).toList();
  }

  private OutboxEntry withAttempts(OutboxEntry entry) {
    int more = attempts.of(entry.sequence());
    return more == 0
        ? entry
        : new OutboxEntry(
            entry.sequence(),
            entry.id(),
            entry.kind(),
            entry.itemCode(),
            entry.bytes(),
            entry.state(),
            entry.attempts() + more,
            entry.queuedAt(),
            entry.settledAt(),
            entry.acceptanceNumber(),
            entry.reason());
  }

  @Override
  public boolean accepting() {
    return guard.sound() && room.enoughOnDisk() && room.enoughInQuota(store.writer.tally());
  }

  @Override
  public void listen(AppendListener listener) {
    listeners.add(listener);
  }

  @Override
  public void forget(AppendListener listener) {
    listeners.remove(listener);
  }

  /** What the health checks ask about. */
  QueueState state() {
    Tally tally = store.writer.tally();
    return new QueueState(tally, room, store.incidents.any(), guard.suspect(), guard.closed());
  }

  /** Waits for what is under way, writes what is not written, closes the files. */
  @Override
  public void close() {
    guard.shut();
    check.close();
    try {
      if (!attempts.snapshot().isEmpty()) {
        writeAttempts();
      }
    } catch (OutboxException e) {
      LOG.warn("outbox: some sendings were not counted", e);
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
