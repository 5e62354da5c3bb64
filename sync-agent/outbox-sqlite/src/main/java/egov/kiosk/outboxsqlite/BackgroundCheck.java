package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.directory.Suspicion;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.MessageReader;
import egov.kiosk.outboxsqlite.store.MessageReader.CheckedRow;
import egov.kiosk.outboxsqlite.store.QuickCheck;
import egov.kiosk.outboxsqlite.store.RowBox;
import egov.kiosk.outboxsqlite.store.StoreFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is too long for the start: a check of all pages and indexes, then a look at every row,
 * beside the work, on the thread {@code outbox-check}: after the start, once a day, when there is a
 * new data key, and within seconds when somebody asks for it by a note beside the file, as {@code
 * kiosk outbox verify} does when it finds something.
 *
 * <p>A doubt about the file that came up while working is confirmed here before anything is set
 * aside: a disk that fails to read makes SQLite speak of damage where there is none.
 */
final class BackgroundCheck implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);
  private static final int BATCH = 64;
  private static final int CONFIRMATIONS = 3;
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final Duration NOTES = Duration.ofSeconds(1);
  private static final long DAILY = Duration.ofHours(24).toSeconds();
  private static final long STOP_MILLIS = 5000;

  private final Path file;
  private final RowBox box;
  private final Suspicion suspicion;
  private final PendingMessages messages;
  private final Guard guard;
  private final Resealing resealing;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "outbox-check");
  private volatile boolean stopping;

  BackgroundCheck(OpenStore store, PendingMessages messages, Guard guard, RestBox rest) {
    resealing = new Resealing(messages, rest, () -> stopping);
    this.file = store.directory.file(StoreFiles.DATABASE);
    this.suspicion = new Suspicion(store.directory);
    this.messages = messages;
    this.box = RowBox.of(rest);
    this.guard = guard;
    thread.setDaemon(true);
  }

  void start() {
    guard.onDoubt(bell::release);
    thread.start();
  }

  private void run() {
    try {
      while (!stopping && !guard.suspect()) {
        if (!guard.doubted()) {
          look();
        }
        if (guard.doubted()) {
          confirm();
        } else if (!stopping) {
          rest();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the next day, a doubt, or a note. */
  private void rest() throws InterruptedException {
    for (long i = 0; i < DAILY && !bell.tryAcquire(NOTES.toMillis(), TimeUnit.MILLISECONDS); i++) {
      if (resealing.due()) {
        return;
      }
      if (suspicion.any()) {
        forget();
        return;
      }
    }
  }

  private void forget() {
    try {
      suspicion.settle();
    } catch (OutboxException e) {
      LOG.warn("outbox: the note that asked for a check cannot be removed", e);
    }
  }

  private void look() throws InterruptedException {
    try {
      if (checkPages()) {
        guard.doubt("the check of its pages failed");
      } else {
        lookAtRows();
      }
    } catch (SQLException e) {
      if (StoreFault.damaged(e)) {
        guard.doubt("a page could not be read while checking");
      } else {
        LOG.warn("outbox: the check beside the work ended early", e);
      }
    } catch (OutboxException e) {
      LOG.warn("outbox: the check beside the work ended early", e);
    }
  }

  /** Damage is what several looks in a row find, none of which the disk disturbed. */
  private void confirm() throws InterruptedException {
    int damaged = 0;
    while (!stopping && damaged < CONFIRMATIONS) {
      if (damaged > 0 || bell.tryAcquire(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
      }
      try {
        if (!checkPages()) {
          guard.trust();
          return;
        }
        damaged++;
      } catch (SQLException e) {
        damaged = StoreFault.damaged(e) ? damaged + 1 : 0;
      }
    }
    if (damaged == CONFIRMATIONS) {
      guard.condemn();
    }
  }

  private boolean checkPages() throws SQLException {
    try (Connection connection = Connections.reader(file)) {
      return QuickCheck.full(connection, () -> stopping) == QuickCheck.Result.DAMAGED;
    }
  }

  private void lookAtRows() throws SQLException, OutboxException, InterruptedException {
    resealing.begin();
    try (MessageReader reader = new MessageReader(file, box)) {
      long after = 0;
      List<CheckedRow> rows = reader.all(after, BATCH);
      while (!rows.isEmpty() && !stopping) {
        for (CheckedRow found : rows) {
          long before = after;
          after = found.row().sequence();
          if (after > before + 1 && !reader.knownMissing(before + 1, after - 1)) {
            // The counts at a start come from the indexes, which may name a row its page has lost.
            guard.doubt("rows are missing from it");
            guard.condemn();
            return;
          }
          if (!found.sealed() && found.row().isPending()) {
            messages.giveUp(after);
          } else if (!found.sealed()) {
            messages.repair(after);
          } else if (!found.current()) {
            resealing.add(after);
          }
        }
        rows = reader.all(after, BATCH);
      }
      if (!stopping) {
        resealing.end(after);
      }
    }
  }

  @Override
  public void close() {
    stopping = true;
    bell.release();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
