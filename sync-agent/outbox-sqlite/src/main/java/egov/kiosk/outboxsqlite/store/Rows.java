package egov.kiosk.outboxsqlite.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Rows in and out of statements; the one place that knows the columns' order. */
public final class Rows {
  /** The columns of {@link #read}, in its order; {@code seal} comes last. */
  public static final String COLUMNS =
      "sequence, id, kind, item, lane, order_key, local_number, sm3, length, queued_at,"
          + " state, retries, settled_at, issued_at, number, reason, bytes, seal";

  /** How many they are. */
  static final int WIDTH = 18;

  private static final String INTO = "INSERT INTO message (" + COLUMNS + ", attempts, filed) ";
  private static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  /** Inserts a row with all its indexes; {@link #bind} fills it. */
  public static final String INSERT = INTO + "VALUES (" + VALUES + ", 1)";

  /**
   * Inserts a pending row at the {@link Tail}, unless a filed one has its id; {@link #bindNew}
   * fills it. Were the look for that one outside of the values, SQLite would copy the row once
   * more.
   */
  static final String APPEND =
      INTO
          + "VALUES (coalesce((SELECT sequence FROM message INDEXED BY message_id"
          + " WHERE filed = 1 AND id = ?2), ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
          + " 'PENDING', 0, NULL, NULL, NULL, NULL, ?11, ?12, 0, 0) ON CONFLICT (sequence) DO NOTHING";

  private Rows() {}

  /** Fills {@link #INSERT}. */
  public static void bind(PreparedStatement insert, StoredRow row, byte[] seal, int attempts)
      throws SQLException {
    bindMessage(insert, row);
    Standing standing = row.standing();
    insert.setString(11, standing.state());
    insert.setLong(12, standing.retries());
    insert.setObject(13, standing.settledAt().orElse(null));
    insert.setObject(14, standing.issuedAt().orElse(null));
    insert.setString(15, standing.number().orElse(null));
    insert.setString(16, standing.reason().orElse(null));
    insert.setBytes(17, row.bytes().length == 0 ? null : row.bytes());
    insert.setBytes(18, seal);
    insert.setInt(19, attempts);
  }

  /** Fills {@link #APPEND} with a row that is new. */
  static void bindNew(PreparedStatement append, StoredRow row, byte[] seal) throws SQLException {
    bindMessage(append, row);
    append.setBytes(11, row.bytes());
    append.setBytes(12, seal);
  }

  private static void bindMessage(PreparedStatement insert, StoredRow row) throws SQLException {
    StoredMessage message = row.message();
    insert.setLong(1, row.sequence());
    insert.setString(2, message.id());
    insert.setString(3, message.kind());
    insert.setString(4, message.item());
    insert.setString(5, message.lane());
    insert.setString(6, message.orderKey().orElse(null));
    insert.setString(7, message.localNumber().orElse(null));
    insert.setString(8, message.sm3());
    insert.setLong(9, message.length());
    insert.setLong(10, message.queuedAt());
  }

  /** Reads the columns of {@link #COLUMNS}. */
  public static StoredRow read(ResultSet columns) throws SQLException {
    StoredMessage message =
        new StoredMessage(
            columns.getString(2),
            columns.getString(3),
            columns.getString(4),
            columns.getString(5),
            Optional.ofNullable(columns.getString(6)),
            Optional.ofNullable(columns.getString(7)),
            columns.getString(8),
            columns.getLong(9),
            columns.getLong(10));
    Standing standing =
        new Standing(
            columns.getString(11),
            columns.getLong(12),
            time(columns, 13),
            time(columns, 14),
            Optional.ofNullable(columns.getString(15)),
            Optional.ofNullable(columns.getString(16)));
    byte[] bytes = columns.getBytes(17);
    return new StoredRow(
        columns.getLong(1), message, standing, bytes == null ? new byte[0] : bytes);
  }

  static Optional<Long> time(ResultSet columns, int column) throws SQLException {
    long millis = columns.getLong(column);
    return columns.wasNull() ? Optional.empty() : Optional.of(millis);
  }

  /** The check value stored with the row read last. */
  static byte[] seal(ResultSet columns) throws SQLException {
    return columns.getBytes(18);
  }

  /** Whether the row read last has the check value stored with it. */
  public static boolean sealed(StoredRow row, ResultSet columns) throws SQLException {
    return RowSeal.fits(row, seal(columns));
  }
}
