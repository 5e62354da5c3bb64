package egov.kiosk.bench.crypto;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The peer of the audit log: rows in SQLite (WAL, FULL), committed in groups. Whoever comes first
 * commits for all that came meanwhile, so both sides have as many rows a sync as there are writers.
 */
final class BareGroup implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final Connection connection;
  private final PreparedStatement insert;
  private List<byte[]> queue = new ArrayList<>();
  private boolean leading;
  private long commits;
  private long queued;
  private long done;

  BareGroup(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE record(sequence INTEGER PRIMARY KEY, line BLOB NOT NULL)");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement("INSERT INTO record(line) VALUES(?)");
  }

  /** Commits a row; on the disk when this returns. */
  void commit(byte[] line) throws SQLException {
    lock.lock();
    try {
      queue.add(line);
      long mine = ++queued;
      while (done < mine) {
        if (leading) {
          written.awaitUninterruptibly();
        } else {
          lead();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void lead() throws SQLException {
    List<byte[]> group = queue;
    queue = new ArrayList<>();
    leading = true;
    lock.unlock();
    try {
      for (byte[] line : group) {
        insert.setBytes(1, line);
        insert.executeUpdate();
      }
      connection.commit();
    } finally {
      lock.lock();
      leading = false;
      done += group.size();
      commits++;
      written.signalAll();
    }
  }

  /** Rows a commit, on average. */
  double groupSize() {
    return commits == 0 ? 0 : (double) done / commits;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
