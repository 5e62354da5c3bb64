package egov.kiosk.outboxsqlite.store;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Edits rows as somebody does who knows this program and makes the check values anew. */
public final class ForgedRows {
  private ForgedRows() {}

  /** Two rows trade places. */
  public static void swap(Path file, long one, long other) throws SQLException {
    try (Connection connection = Connections.writer(file)) {
      run(connection, "UPDATE message SET sequence = 999999 WHERE sequence = " + one);
      run(connection, "UPDATE message SET sequence = " + one + " WHERE sequence = " + other);
      run(connection, "UPDATE message SET sequence = " + other + " WHERE sequence = 999999");
      mend(connection, one);
      mend(connection, other);
    }
  }

  /** What is sealed in one row goes into another. */
  public static void copyBox(Path file, long from, long to) throws SQLException {
    try (Connection connection = Connections.writer(file)) {
      run(
          connection,
          "UPDATE message SET box = (SELECT box FROM message WHERE sequence = "
              + from
              + ") WHERE sequence = "
              + to);
      mend(connection, to);
    }
  }

  /** A column is changed. */
  public static void edit(Path file, long place, String change) throws SQLException {
    try (Connection connection = Connections.writer(file)) {
      run(connection, "UPDATE message SET " + change + " WHERE sequence = " + place);
      mend(connection, place);
    }
  }

  /** A row of another file takes the place of one in this. */
  public static void bring(Path from, Path to, long place) throws SQLException {
    BoxedRow row;
    try (Connection connection = Connections.writer(from)) {
      row = read(connection, place);
    }
    try (Connection connection = Connections.writer(to)) {
      run(connection, "DELETE FROM message WHERE sequence = " + place);
      try (PreparedStatement insert = connection.prepareStatement(Rows.INSERT)) {
        Rows.bind(insert, row, 0);
        insert.executeUpdate();
      }
    }
  }

  private static void mend(Connection connection, long place) throws SQLException {
    BoxedRow row = read(connection, place);
    MessageDigest sha256 = RowSeal.digest();
    byte[] seal = RowSeal.of(RowSeal.beside(row, sha256), row.box(), sha256);
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE message SET seal = ? WHERE sequence = ?")) {
      update.setBytes(1, seal);
      update.setLong(2, place);
      update.executeUpdate();
    }
  }

  private static BoxedRow read(Connection connection, long place) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT " + Rows.COLUMNS + " FROM message WHERE sequence = " + place)) {
      row.next();
      return Rows.read(row);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
