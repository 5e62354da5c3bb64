package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.commit.GroupCommit;
import egov.kiosk.outboxsqlite.commit.Work;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.StoreFault;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * The way to the store: every question and every change passes here, so that damage met while
 * working stops new business, whoever met it.
 */
final class Guard {
  /** Something asked of the reading connection. */
  interface Question<T> {
    T ask() throws SQLException;
  }

  private final OpenStore store;
  private final Room room;
  private final InstantSource clock;
  private final GroupCommit commits;
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
    try {
      return commits.run(work);
    } catch (OutboxException e) {
      notice(e);
      throw e;
    }
  }

  /** The same for work that makes room in the end: a full disk gives it what was put aside. */
  <T> T mustFit(Work<T> work) throws OutboxException {
    try {
      return commit(work);
    } catch (OutboxException e) {
      if (e.reason() != Reason.FULL || !room.spend()) {
        throw e;
      }
      return commit(work);
    }
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
    if (e.getCause() instanceof SQLException cause && StoreFault.damaged(cause)) {
      suspect("a page could not be read while working");
    }
  }

  /** Stops new business; the next start checks everything and salvages. */
  synchronized void suspect(String why) {
    if (suspect) {
      return;
    }
    suspect = true;
    store.incidents.add(
        clock.instant(), "the queue file is damaged: " + why + "; restart the runtime");
    try {
      store.directory.create(StoreFiles.SUSPECT);
    } catch (OutboxException e) {
      store.incidents.add(clock.instant(), "the next start cannot be told to check everything");
    }
  }

  boolean suspect() {
    return suspect;
  }

  boolean closed() {
    return closed;
  }

  /** Whether the queue is open and nothing is wrong with its file. */
  boolean sound() {
    return !closed && !suspect;
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
