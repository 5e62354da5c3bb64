package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.rest.RestKeyId;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All questions to the file, on a connection of its own. Safe for use by several threads. */
public final class MessageReader implements AutoCloseable {
  private static final String KNOWN_MISSING =
      "SELECT coalesce(sum(min(last, ?2) - max(first, ?1) + 1), 0) FROM gap"
          + " WHERE last >= ?1 AND first <= ?2";

  private static final String WAITS = "state = 'PENDING' AND lane = ?1 AND sequence > ?2";

  /** With how far rows are certainly filed, behind the columns of a row. */
  private static final String PENDING_FILED =
      "SELECT "
          + Rows.COLUMNS
          + ", (SELECT max(sequence) FROM message) - "
          + Tail.LENGTH
          + " FROM message INDEXED BY message_pending WHERE filed = 1 AND "
          + WAITS
          + " ORDER BY sequence LIMIT ?3";

  private static final String PENDING =
      found(Rows.COLUMNS, "message_pending", WAITS, "sequence LIMIT ?3");

  private static final String UNSENT =
      "SELECT "
          + Rows.COLUMNS
          + " FROM message WHERE state <> 'DELIVERED' AND sequence > ? ORDER BY sequence LIMIT ?";
  private static final String ALL =
      "SELECT " + Rows.COLUMNS + " FROM message WHERE sequence > ? ORDER BY sequence LIMIT ?";
  private static final String LIST =
      "SELECT " + Entries.COLUMNS + " FROM message WHERE sequence > ? ORDER BY sequence LIMIT ?";
  private static final String BY_ID =
      found(Entries.COLUMNS, "message_id", "id = ?1", "sequence LIMIT 1");

  // A manifest of an attachment carries the number of its transaction; the citizen means the
  // latter.
  private static final String BY_NUMBER =
      found(
          Entries.COLUMNS,
          "message_number",
          "local_number = ?1",
          "kind = 'ITEM' DESC, sequence DESC LIMIT 1");

  private static final int ID_LENGTH = 36;

  private final Path file;
  private final RowBox box;
  private final MessageDigest sha256 = RowSeal.digest();
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Connection connection;
  private boolean closed;

  /**
   * A row as it lies in the file.
   *
   * @param row the row; what is sealed in it is blank when it did not open
   * @param sealed whether it is as it was written
   * @param current whether what is sealed in it is under the key in use
   */
  public record CheckedRow(StoredRow row, boolean sealed, boolean current) {}

  /** What to make of one line of a result. */
  interface Line<T> {
    Optional<T> read(ResultSet columns) throws SQLException;
  }

  /** Rows under a condition in one look, filed or not. */
  private static String found(String columns, String index, String condition, String order) {
    return "SELECT "
        + columns
        + " FROM message WHERE sequence IN (SELECT sequence FROM message INDEXED BY "
        + index
        + " WHERE filed = 1 AND "
        + condition
        + " UNION ALL SELECT sequence FROM message NOT INDEXED WHERE "
        + Tail.UNFILED
        + " AND "
        + condition
        + ") ORDER BY "
        + order;
  }

  /**
   * @param box opens what is sealed, or not
   */
  public MessageReader(Path file, RowBox box) throws SQLException {
    this.file = file;
    this.box = box;
    connection = Connections.reader(file);
  }

  /** Pending rows of a lane behind a place, oldest first. */
  public List<CheckedRow> pending(Lane lane, long after, int limit) throws SQLException {
    long[] certain = {Long.MIN_VALUE};
    List<CheckedRow> filed =
        ask(
            columns -> {
              certain[0] = columns.getLong(Rows.WIDTH + 1);
              return toSend(columns);
            },
            PENDING_FILED,
            lane.name(),
            after,
            limit);
    boolean all = filed.size() == limit && filed.get(limit - 1).row().sequence() <= certain[0];
    return all ? filed : ask(this::toSend, PENDING, lane.name(), after, limit);
  }

  /** Pending rows of all lanes and dead letters behind a place, oldest first. */
  public List<CheckedRow> unsent(long after, int limit) throws SQLException {
    return ask(this::checked, UNSENT, after, limit);
  }

  /** Rows of every state behind a place, oldest first. */
  public List<CheckedRow> all(long after, int limit) throws SQLException {
    return ask(this::checked, ALL, after, limit);
  }

  /** Rows of every state behind a place, oldest first, without their bytes. */
  public List<OutboxEntry> list(long after, int limit) throws SQLException {
    return ask(this::entry, LIST, after, limit);
  }

  /** The row of a message by its id or by the number on the slip, without its bytes. */
  public Optional<OutboxEntry> find(String idOrNumber) throws SQLException {
    boolean slip = idOrNumber.length() < ID_LENGTH;
    return ask(this::entry, slip ? BY_NUMBER : BY_ID, idOrNumber).stream().findFirst();
  }

  /** Counts what is there; touches the small indexes only. */
  public synchronized Census census() throws SQLException {
    return Census.take(connection);
  }

  /** Whether every one of these places is written down as lost. */
  public synchronized boolean knownMissing(long first, long last) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN_MISSING)) {
      statement.setLong(1, first);
      statement.setLong(2, last);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1) >= last - first + 1;
      }
    }
  }

  /** The data keys of this file. */
  public synchronized Set<RestKeyId> keys() throws SQLException {
    return KeysInUse.read(connection);
  }

  synchronized <T> List<T> ask(Line<T> line, String sql, Object... values) throws SQLException {
    try {
      PreparedStatement query = statements.get(sql);
      if (query == null) {
        query = connection.prepareStatement(sql);
        statements.put(sql, query);
      }
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
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

  /** Called while a question is asked, by one thread at a time. */
  private Optional<CheckedRow> checked(ResultSet columns) throws SQLException {
    BoxedRow row = Rows.read(columns);
    return checked(row, box.open(row, sha256));
  }

  private Optional<CheckedRow> toSend(ResultSet columns) throws SQLException {
    BoxedRow row = Rows.read(columns);
    return checked(row, box.openToSend(row, sha256));
  }

  private Optional<CheckedRow> checked(BoxedRow row, RowBox.Opened opened) throws SQLException {
    return Optional.of(
        new CheckedRow(opened.row(), opened.sound(), !box.hasKeys() || box.current(row)));
  }

  private Optional<OutboxEntry> entry(ResultSet columns) throws SQLException {
    return Optional.of(
        Entries.of(box.open(Rows.read(columns), sha256).row(), columns.getInt(Rows.WIDTH + 1)));
  }

  @Override
  public synchronized void close() throws SQLException {
    closed = true;
    connection.close();
  }
}
