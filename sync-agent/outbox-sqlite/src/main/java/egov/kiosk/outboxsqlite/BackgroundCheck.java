package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.MessageReader;
import egov.kiosk.outboxsqlite.store.MessageReader.CheckedRow;
import egov.kiosk.outboxsqlite.store.QuickCheck;
import egov.kiosk.outboxsqlite.store.StoreFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is too long for the start: the rest of the check of all pages, then a look at every settled
 * row, once, beside the work, on the thread {@code outbox-check}. Pending rows are looked at
 * whenever they are read for sending.
 */
final class BackgroundCheck implements AutoCloseable {
  /** Puts an altered settled row right. */
  interface Repairer {
    void repair(long sequence) throws OutboxException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);
  private static final int BATCH = 64;
  private static final long STOP_MILLIS = 5000;

  private final OpenStore store;
  private final Repairer repairer;
  private final Consumer<String> damage;
  private final Thread thread = new Thread(this::run, "outbox-check");
  private volatile boolean stopping;

  BackgroundCheck(OpenStore store, Repairer repairer, Consumer<String> damage) {
    this.store = store;
    this.repairer = repairer;
    this.damage = damage;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      Path file = store.directory.file(StoreFiles.DATABASE);
      if (!store.checked) {
        checkPages(file);
      }
      lookAtSettled(file);
    } catch (SQLException e) {
      if (StoreFault.damaged(e)) {
        damage.accept("a page could not be read while checking");
      } else {
        LOG.warn("outbox: the check beside the work ended early", e);
      }
    } catch (OutboxException e) {
      LOG.warn("outbox: the check beside the work ended early", e);
    }
  }

  private void checkPages(Path file) throws SQLException {
    try (Connection connection = Connections.reader(file)) {
      if (QuickCheck.run(connection, () -> stopping) == QuickCheck.Result.DAMAGED) {
        damage.accept("the check of its pages failed");
      }
    }
  }

  private void lookAtSettled(Path file) throws SQLException, OutboxException {
    try (MessageReader reader = new MessageReader(file)) {
      long after = 0;
      List<CheckedRow> rows = reader.settled(after, BATCH);
      while (!rows.isEmpty() && !stopping) {
        for (CheckedRow found : rows) {
          after = found.row().sequence();
          if (!found.sealed()) {
            repairer.repair(after);
          }
        }
        rows = reader.settled(after, BATCH);
      }
    }
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
