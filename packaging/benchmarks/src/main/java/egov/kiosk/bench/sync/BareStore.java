package egov.kiosk.bench.sync;

import egov.kiosk.domain.envelope.SignedEnvelope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The other peer of the queue: one SQLite row a commit, with the queue's own PRAGMAs and the same
 * bytes, found again by the message's id; no check values, no order, no books.
 */
final class BareStore implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;

  BareStore(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size=4096");
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA foreign_keys=ON");
      statement.execute("PRAGMA wal_autocheckpoint=1000");
      statement.execute("PRAGMA journal_size_limit=8388608");
      statement.execute("PRAGMA temp_store=MEMORY");
      statement.execute("PRAGMA secure_delete=FAST");
      statement.execute(
          "CREATE TABLE message(sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes BLOB"
              + " NOT NULL) STRICT");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement("INSERT INTO message(id, bytes) VALUES(?,?)");
  }

  void commit(SignedEnvelope message) throws SQLException {
    insert.setString(1, message.id().value());
    insert.setBytes(2, message.bytes());
    insert.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
