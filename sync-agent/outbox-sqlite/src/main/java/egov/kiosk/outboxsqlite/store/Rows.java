package egov.kiosk.outboxsqlite.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Rows in and out of statements; the one place that knows the columns' order. */
public final class Rows {
  /** The columns of {@link #read}, in its order; {@code seal} comes last. */
  public static final String COLUMNS =
      "sequence, id, kind, item, sm3, length, queued_at, state, settled_at, number, reason,"
          + " bytes, seal";

  /** Inserts a row; {@link #bind} fills it. */
  public static final String INSERT =
      "INSERT INTO message ("
          + COLUMNS
          + ", attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private Rows() {}

  /** Fills {@link #INSERT}. */
  public static void bind(PreparedStatement insert, StoredRow row, int attempts)
      throws SQLException {
    insert.setLong(1, row.sequence());
    insert.setString(2, row.id());
    insert.setString(3, row.kind());
    insert.setString(4, row.item());
    insert.setString(5, row.sm3());
    insert.setLong(6, row.length());
    insert.setLong(7, row.queuedAt());
    insert.setString(8, row.state());
    insert.setObject(9, row.settledAt().orElse(null));
    insert.setString(10, row.number().orElse(null));
    insert.setString(11, row.reason().orElse(null));
    insert.setBytes(12, row.bytes().length == 0 ? null : row.bytes());
    insert.setBytes(13, RowSeal.of(row));
    insert.setInt(14, attempts);
  }

  /** Reads the columns of {@link #COLUMNS}. */
  public static StoredRow read(ResultSet columns) throws SQLException {
    long settledAt = columns.getLong(9);
    Optional<Long> settled = columns.wasNull() ? Optional.empty() : Optional.of(settledAt);
    byte[] bytes = columns.getBytes(12);
    return new StoredRow(
        columns.getLong(1),
        columns.getString(2),
        columns.getString(3),
        columns.getString(4),
        columns.getString(5),
        columns.getLong(6),
        columns.getLong(7),
        columns.getString(8),
        settled,
        Optional.ofNullable(columns.getString(10)),
        Optional.ofNullable(columns.getString(11)),
        bytes == null ? new byte[0] : bytes);
  }

  /** The check value stored with the row read last. */
  static byte[] seal(ResultSet columns) throws SQLException {
    return columns.getBytes(13);
  }

  /** Whether the row read last has the check value stored with it. */
  public static boolean sealed(StoredRow row, ResultSet columns) throws SQLException {
    return RowSeal.fits(row, seal(columns));
  }
}
