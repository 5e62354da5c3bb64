package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.MessageReader;
import egov.kiosk.outboxsqlite.store.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Looks into a queue without being its runtime: beside a running one, or when none runs. It writes
 * nothing, takes no lock and never holds up an append. Safe for use by several threads.
 */
public final class SqliteOutboxReader implements AutoCloseable {
  private final MessageReader reader;

  private SqliteOutboxReader(MessageReader reader) {
    this.reader = reader;
  }

  /**
   * Opens a queue for reading.
   *
   * @param directory the queue's directory
   * @throws OutboxException {@code TOO_NEW} for one of a newer program; {@code IO} when there is
   *     none, when it is not this user's, or when it is damaged
   */
  public static SqliteOutboxReader open(Path directory) throws OutboxException {
    StateDirectory state = StateDirectory.existing(directory);
    if (state.size(StoreFiles.DATABASE) == 0) {
      throw new OutboxException(Reason.IO, "there is no queue in " + state.path());
    }
    Path file = state.file(StoreFiles.DATABASE);
    try {
      requireOurs(file);
      return new SqliteOutboxReader(new MessageReader(file));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static void requireOurs(Path file) throws SQLException, OutboxException {
    Schema schema = new Schema();
    try (Connection connection = Connections.reader(file)) {
      int version = Schema.versionOf(connection);
      if (version > schema.version()) {
        throw new OutboxException(
            Reason.TOO_NEW, "the queue has version " + version + "; use the newer program");
      }
      if (version != schema.version() || !schema.fits(connection, version)) {
        throw new OutboxException(Reason.IO, "the file is not a queue of this program");
      }
    }
  }

  /** How many messages stand where. */
  public OutboxCounts counts() throws OutboxException {
    try {
      return reader.census().tally(0).counts();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * The queue as a technician sees it, newest last.
   *
   * @param afterSequence only those behind this place
   * @param limit at most this many
   */
  public List<OutboxEntry> list(long afterSequence, int limit) throws OutboxException {
    try {
      return reader.list(afterSequence, limit);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static OutboxException unreadable(SQLException e) {
    return new OutboxException(
        Reason.IO,
        "the queue cannot be read (SQLite " + e.getErrorCode() + "); run kiosk doctor",
        e);
  }

  @Override
  public void close() throws OutboxException {
    try {
      reader.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }
}
