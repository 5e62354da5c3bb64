package egov.kiosk.outboxsqlite.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Rows of version 2 of the file on their way into the table of version 3, sealed. */
final class RowsOf2 {
  private static final String READ =
      "SELECT sequence, id, kind, item, lane, order_key, local_number, sm3, length, queued_at,"
          + " state, retries, settled_at, issued_at, number, reason, bytes, seal, attempts"
          + " FROM message_2 ORDER BY sequence";

  private final RowBox box;

  RowsOf2(RowBox box) {
    this.box = box;
  }

  void move(Connection connection) throws SQLException {
    MessageDigest sha256 = RowSeal.digest();
    KeysInUse keys = new KeysInUse();
    try (Statement statement = connection.createStatement();
        PreparedStatement key = connection.prepareStatement(KeysInUse.NOTE);
        PreparedStatement insert = connection.prepareStatement(Rows.INSERT);
        ResultSet columns = statement.executeQuery(READ)) {
      while (columns.next()) {
        StoredRow row = read(columns);
        BoxedRow sealed = box.seal(row, sha256);
        if (!OldSeal.fits(row, columns.getBytes(18), sha256)) {
          // It was altered before, and is to be found altered by the next look at it.
          sealed = sealed.with(sealed.box(), new byte[RowSeal.LENGTH]);
        }
        keys.note(sealed.box(), key);
        Rows.bind(insert, sealed, columns.getInt(19));
        insert.executeUpdate();
      }
    }
  }

  private static StoredRow read(ResultSet columns) throws SQLException {
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
            Rows.time(columns, 13),
            Rows.time(columns, 14),
            Optional.ofNullable(columns.getString(15)),
            Optional.ofNullable(columns.getString(16)));
    byte[] bytes = columns.getBytes(17);
    return new StoredRow(
        columns.getLong(1), message, standing, bytes == null ? new byte[0] : bytes);
  }
}
