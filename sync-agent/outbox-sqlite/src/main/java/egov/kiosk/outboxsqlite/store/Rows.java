package egov.kiosk.outboxsqlite.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** Rows in and out of statements; the one place that knows the columns' order. */
public final class Rows {
  /** The columns of {@link #read}, in its order. */
  public static final String COLUMNS =
      "sequence, id, kind, lane, local_number, sm3, length, queued_at,"
          + " state, retries, settled_at, issued_at, bytes, box, seal";

  /** How many they are. */
  static final int WIDTH = 15;

  private static final String INTO =
      "INSERT INTO message (" + COLUMNS + ", attempts, filed, labelled) ";
  private static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  /** Inserts a row with all its indexes; {@link #bind} fills it. */
  public static final String INSERT = INTO + "VALUES (" + VALUES + ", 1, 1)";

  /**
   * Inserts a pending row at the {@link Tail}, unless a filed one has its id; {@link #bindNew}
   * fills it. Were the look for that one outside of the values, SQLite would copy the row once
   * more.
   */
  static final String APPEND =
      INTO
          + "VALUES (coalesce((SELECT sequence FROM message INDEXED BY message_id"
          + " WHERE filed = 1 AND id = ?2), ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
          + " 'PENDING', 0, NULL, NULL, ?9, ?10, ?11, 0, 0, 1) ON CONFLICT (sequence) DO NOTHING";

  private Rows() {}

  /** Fills {@link #INSERT}. */
  public static void bind(PreparedStatement insert, BoxedRow row, int attempts)
      throws SQLException {
    bindMessage(insert, row);
    insert.setString(9, row.state());
    insert.setLong(10, row.retries());
    insert.setObject(11, row.settledAt().orElse(null));
    insert.setObject(12, row.issuedAt().orElse(null));
    insert.setBytes(13, row.bytes().length == 0 ? null : row.bytes());
    insert.setBytes(14, row.box());
    insert.setBytes(15, row.seal());
    insert.setInt(16, attempts);
  }

  /** Fills {@link #APPEND} with a row that is new. */
  static void bindNew(PreparedStatement append, BoxedRow row) throws SQLException {
    bindMessage(append, row);
    append.setBytes(9, row.bytes());
    append.setBytes(10, row.box());
    append.setBytes(11, row.seal());
  }

  private static void bindMessage(PreparedStatement insert, BoxedRow row) throws SQLException {
    insert.setLong(1, row.sequence());
    insert.setString(2, row.id());
    insert.setString(3, row.kind());
    insert.setString(4, row.lane());
    insert.setString(5, row.localNumber().orElse(null));
    insert.setString(6, row.sm3());
    insert.setLong(7, row.length());
    insert.setLong(8, row.queuedAt());
  }

  /** Reads the columns of {@link #COLUMNS}. */
  public static BoxedRow read(ResultSet columns) throws SQLException {
    byte[] bytes = columns.getBytes(13);
    return new BoxedRow(
        columns.getLong(1),
        text(columns, 2),
        text(columns, 3),
        text(columns, 4),
        Optional.ofNullable(columns.getString(5)),
        text(columns, 6),
        columns.getLong(7),
        columns.getLong(8),
        text(columns, 9),
        columns.getLong(10),
        time(columns, 11),
        time(columns, 12),
        columns.getBytes(14),
        columns.getBytes(15),
        bytes == null ? new byte[0] : bytes);
  }

  /** A damaged row may have none where the table demands one. */
  private static String text(ResultSet columns, int column) throws SQLException {
    return Objects.requireNonNullElse(columns.getString(column), "");
  }

  static Optional<Long> time(ResultSet columns, int column) throws SQLException {
    long millis = columns.getLong(column);
    return columns.wasNull() ? Optional.empty() : Optional.of(millis);
  }
}
