package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All questions to the file, on a connection of its own. Safe for use by several threads. */
public final class MessageReader implements AutoCloseable {
  private static final String PENDING =
      "SELECT "
          + Rows.COLUMNS
          + " FROM message INDEXED BY message_pending"
          + " WHERE state = 'PENDING' AND sequence > ? ORDER BY sequence LIMIT ?";
  private static final String SETTLED =
      "SELECT "
          + Rows.COLUMNS
          + " FROM message WHERE state <> 'PENDING' AND sequence > ?"
          + " ORDER BY sequence LIMIT ?";
  private static final String LIST =
      "SELECT sequence, id, kind, item, length, state, attempts, queued_at, settled_at,"
          + " number, reason FROM message WHERE sequence > ? ORDER BY sequence LIMIT ?";

  private final Path file;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Connection connection;
  private boolean closed;

  /**
   * A row as it lies in the file.
   *
   * @param row the row
   * @param sealed whether it is as it was written
   */
  public record CheckedRow(StoredRow row, boolean sealed) {}

  /** What to make of one line of a result. */
  private interface Line<T> {
    Optional<T> read(ResultSet columns) throws SQLException;
  }

  public MessageReader(Path file) throws SQLException {
    this.file = file;
    connection = Connections.reader(file);
  }

  /** Pending rows behind a place, oldest first. */
  public List<CheckedRow> pending(long after, int limit) throws SQLException {
    return ask(PENDING, after, limit, MessageReader::checked);
  }

  /** Rows that are not pending behind a place, oldest first. */
  public List<CheckedRow> settled(long after, int limit) throws SQLException {
    return ask(SETTLED, after, limit, MessageReader::checked);
  }

  /** Rows of every state behind a place, oldest first, without their bytes. */
  public List<OutboxEntry> list(long after, int limit) throws SQLException {
    return ask(LIST, after, limit, MessageReader::entry);
  }

  /** Counts what is there; touches the small indexes only. */
  public synchronized Census census() throws SQLException {
    return Census.take(connection);
  }

  private synchronized <T> List<T> ask(String sql, long after, int limit, Line<T> line)
      throws SQLException {
    try {
      PreparedStatement query = statements.get(sql);
      if (query == null) {
        query = connection.prepareStatement(sql);
        statements.put(sql, query);
      }
      query.setLong(1, after);
      query.setInt(2, limit);
      List<T> found = new ArrayList<>();
      try (ResultSet columns = query.executeQuery()) {
        while (columns.next()) {
          line.read(columns).ifPresent(found::add);
        }
      }
      return found;
    } catch (SQLException e) {
      startAfresh(e);
      throw e;
    }
  }

  /** The driver disposes of a statement that has failed; the next question gets new ones. */
  private void startAfresh(SQLException cause) {
    statements.clear();
    try {
      connection.close();
      if (!closed) {
        connection = Connections.reader(file);
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static Optional<CheckedRow> checked(ResultSet columns) throws SQLException {
    StoredRow row = Rows.read(columns);
    return Optional.of(new CheckedRow(row, Rows.sealed(row, columns)));
  }

  @Override
  public synchronized void close() throws SQLException {
    closed = true;
    connection.close();
  }

  /** Empty for a row edited into nonsense: the incidents name it. */
  private static Optional<OutboxEntry> entry(ResultSet columns) throws SQLException {
    long settledAt = columns.getLong(9);
    Optional<Instant> settled =
        columns.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(settledAt));
    try {
      OutboxEntry entry =
          new OutboxEntry(
              columns.getLong(1),
              new TransactionId(columns.getString(2)),
              MessageKind.valueOf(columns.getString(3)),
              columns.getString(4),
              columns.getInt(5),
              DeliveryState.valueOf(columns.getString(6)),
              columns.getInt(7),
              Instant.ofEpochMilli(columns.getLong(8)),
              settled,
              Optional.ofNullable(columns.getString(10)),
              Optional.ofNullable(columns.getString(11)));
      return Optional.of(entry);
    } catch (IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
