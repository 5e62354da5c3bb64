package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.commit.GroupCommit;
import egov.kiosk.outboxsqlite.commit.Work;
import egov.kiosk.outboxsqlite.directory.SpareFiles;
import egov.kiosk.outboxsqlite.directory.Suspicion;
import egov.kiosk.outboxsqlite.store.FileReplaced;
import egov.kiosk.outboxsqlite.store.StoreFault;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the store: every question and every change passes here, so that damage met while
 * working stops new business, whoever met it.
 */
final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  /** Something asked of the reading connection. */
  interface Question<T> {
    T ask() throws SQLException;
  }

  private final OpenStore store;
  private final Room room;
  private final InstantSource clock;
  private final GroupCommit commits;
  private volatile Runnable trouble = () -> {};
  private final AtomicReference<String> doubt = new AtomicReference<>();
  private volatile Runnable confirm = () -> {};
  private volatile boolean suspect;
  private volatile boolean closed;

  Guard(OpenStore store, Room room, InstantSource clock) {
    this.store = store;
    this.room = room;
    this.clock = clock;
    this.commits = new GroupCommit(store.writer);
  }

  /** Changes something durably. */
  <T> T commit(Work<T> work) throws OutboxException {
    return noticing(() -> commits.run(work));
  }

  /** Changes something that a power cut may undo, because it will be changed again. */
  <T> T commitRelaxed(Work<T> work) throws OutboxException {
    return noticing(() -> commits.runRelaxed(work));
  }

  private interface Change<T> {
    T make() throws OutboxException;
  }

  private <T> T noticing(Change<T> change) throws OutboxException {
    try {
      return change.make();
    } catch (OutboxException e) {
      notice(e);
      throw e;
    }
  }

  /**
   * The same for work that makes room in the end: a full disk gives it what was put aside, and the
   * room the log takes up.
   */
  <T> T mustFit(Work<T> work) throws OutboxException {
    return spending(() -> commit(work));
  }

  /** The same for work that a power cut may undo. */
  <T> T mustFitRelaxed(Work<T> work) throws OutboxException {
    return spending(() -> commitRelaxed(work));
  }

  private <T> T spending(Change<T> change) throws OutboxException {
    try {
      return change.make();
    } catch (OutboxException e) {
      if (e.reason() != Reason.FULL) {
        throw e;
      }
      room.spend();
      emptyLog();
      return change.make();
    }
  }

  private void emptyLog() {
    try {
      alone(store.writer::checkpoint);
    } catch (OutboxException e) {
      LOG.debug("outbox: the log could not be emptied", e);
    }
  }

  /**
   * Moves the log into the database.
   *
   * @return false when a reader was in the way
   */
  boolean checkpoint() throws OutboxException {
    AtomicBoolean moved = new AtomicBoolean();
    alone(
        () -> {
          moved.set(store.writer.checkpoint());
          return null;
        });
    return moved.get();
  }

  /** Does something while no transaction is open. */
  void alone(Work<?> work) throws OutboxException {
    commits.runAlone(work);
  }

  /** Asks something. */
  <T> T read(Question<T> question) throws OutboxException {
    requireOpen();
    try {
      return question.ask();
    } catch (SQLException e) {
      requireOpen();
      OutboxException translated = StoreFault.translate(e);
      notice(translated);
      throw translated;
    }
  }

  private void notice(OutboxException e) {
    if (e.getCause() instanceof FileReplaced) {
      replaced();
    } else if (e.getCause() instanceof SQLException cause && StoreFault.damaged(cause)) {
      doubt("a page could not be read while working");
    }
  }

  /** Stops new business until it is known whether the file is damaged. */
  void doubt(String why) {
    if (doubt.compareAndSet(null, why)) {
      confirm.run();
    }
  }

  /** Whether somebody said so and nobody has looked yet. */
  boolean doubted() {
    return doubt.get() != null;
  }

  /** The file is sound; a failing disk made it look otherwise. */
  void trust() {
    doubt.set(null);
  }

  /** Runs this as soon as there is a doubt. */
  void onDoubt(Runnable call) {
    confirm = call;
  }

  /** The doubt is confirmed: opening again salvages. */
  synchronized void condemn() {
    if (suspect) {
      return;
    }
    suspect = true;
    String why = String.valueOf(doubt.get());
    new SpareFiles(store.directory).makeRoom();
    store.incidents.add(clock.instant(), "the queue file is damaged: " + why);
    try {
      new Suspicion(store.directory).note(why);
    } catch (OutboxException e) {
      store.incidents.add(clock.instant(), "the next start cannot be told to salvage");
    }
    trouble.run();
  }

  /** Stops new business; closing saves what is in the open files. */
  private synchronized void replaced() {
    if (!suspect) {
      suspect = true;
      trouble.run();
    }
  }

  /** Looks whether the files are still those that were opened. */
  void look() {
    if (!closed && !suspect && store.writer.replaced()) {
      replaced();
    }
  }

  /** Runs this as soon as the queue cannot go on with its file. */
  void onTrouble(Runnable call) {
    trouble = call;
  }

  boolean suspect() {
    return suspect;
  }

  boolean closed() {
    return closed;
  }

  /** Whether the queue is open and nothing is wrong with its file. */
  boolean sound() {
    return !closed && !suspect && !doubted();
  }

  void requireOpen() throws OutboxException {
    if (closed) {
      throw new OutboxException(Reason.CLOSED, "the queue is closed");
    }
  }

  /** Answers no more questions. */
  void shut() {
    closed = true;
  }

  /** Takes no more work either, and does the last one when all other is done. */
  void close(Work<?> last) throws OutboxException {
    closed = true;
    commits.close(last);
  }
}
