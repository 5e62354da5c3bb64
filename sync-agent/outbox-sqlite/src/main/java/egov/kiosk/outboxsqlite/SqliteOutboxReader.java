package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.outboxsqlite.directory.HighWater;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.FileMark;
import egov.kiosk.outboxsqlite.store.FullCheck;
import egov.kiosk.outboxsqlite.store.MessageReader;
import egov.kiosk.outboxsqlite.store.MessageReader.CheckedRow;
import egov.kiosk.outboxsqlite.store.RowBox;
import egov.kiosk.outboxsqlite.store.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks into a queue without being its runtime: beside a running one, or when none runs. It writes
 * nothing, takes no lock and never holds up an append. Safe for use by several threads.
 */
public final class SqliteOutboxReader implements AutoCloseable {
  private final StateDirectory state;
  private final MessageReader reader;

  private SqliteOutboxReader(StateDirectory state, MessageReader reader) {
    this.state = state;
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
    return open(directory, RowBox.closed());
  }

  /**
   * The same with data keys: for the item names, order keys, official numbers and reasons, which
   * are blank otherwise, and to tell forged rows.
   */
  public static SqliteOutboxReader open(Path directory, RestBox rest) throws OutboxException {
    return open(directory, RowBox.of(rest));
  }

  private static SqliteOutboxReader open(Path directory, RowBox box) throws OutboxException {
    StateDirectory state = StateDirectory.existing(directory);
    if (state.size(StoreFiles.DATABASE) == 0) {
      throw new OutboxException(Reason.IO, "there is no queue in " + state.path());
    }
    Path file = state.file(StoreFiles.DATABASE);
    try {
      requireOurs(file);
      return new SqliteOutboxReader(state, new MessageReader(file, box));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static void requireOurs(Path file) throws SQLException, OutboxException {
    Schema schema = new Schema();
    try (Connection connection = Connections.reader(file)) {
      FileMark mark = FileMark.of(connection);
      schema.requireKnown(connection, mark);
      boolean fits = mark.version() > 0 && schema.fits(connection, mark);
      if (fits && mark.version() < schema.version()) {
        throw new OutboxException(
            Reason.IO, "the queue is of an older program; start the runtime once to renew it");
      }
      if (!fits) {
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

  /**
   * Finds a message whatever its state.
   *
   * @param idOrNumber its id, or the number on the citizen's slip
   */
  public Optional<OutboxEntry> find(String idOrNumber) throws OutboxException {
    try {
      return reader.find(idOrNumber);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Pending messages of all lanes and dead letters with their bytes, oldest first; those that are
   * not as they were queued are left out, {@link #verify} names them.
   *
   * @param afterSequence only those behind this place
   * @param limit at most this many, at least 1; fewer only at the end
   */
  public List<StoredEnvelope> unsettled(long afterSequence, int limit) throws OutboxException {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit is at least 1");
    }
    List<StoredEnvelope> found = new ArrayList<>();
    long after = afterSequence;
    try {
      while (found.size() < limit) {
        List<CheckedRow> rows = reader.unsent(after, limit - found.size());
        if (rows.isEmpty()) {
          break;
        }
        for (CheckedRow row : rows) {
          after = row.row().sequence();
          Optional<OutboxEntry> entry = reader.find(row.row().message().id());
          if (row.sealed() && entry.isPresent()) {
            found.add(new StoredEnvelope(entry.get(), row.row().envelope()));
          }
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    } catch (IllegalArgumentException e) {
      throw new OutboxException(Reason.IO, "a row of the queue holds no message; verify it", e);
    }
    return found;
  }

  /**
   * Looks at every page, every row and the books. Takes about as long as reading the file.
   *
   * @param stop asked now and then; true ends the look
   */
  public Verification verify(BooleanSupplier stop) throws OutboxException {
    long noted = HighWater.peek(state);
    try (FullCheck check = new FullCheck(state.file(StoreFiles.DATABASE))) {
      return new Verifier(check, noted, stop).run();
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
