package egov.kiosk.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The peer of the submit benchmark: one SQLite row a commit, WAL and FULL, nothing else. */
final class BareCommit implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;

  BareCommit(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE message(id TEXT PRIMARY KEY, bytes BLOB NOT NULL)");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement("INSERT INTO message VALUES(?,?)");
  }

  void commit(String id, byte[] bytes) throws SQLException {
    insert.setString(1, id);
    insert.setBytes(2, bytes);
    insert.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
