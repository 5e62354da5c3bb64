package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.salvage.SalvageReport.Range;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.Rows;
import egov.kiosk.outboxsqlite.store.Schema;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A new database being filled with salvaged rows, in any order and more than once each. */
final class FreshStore implements AutoCloseable {
  private static final int BATCH = 1000;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement removePending;
  private int uncommitted;

  FreshStore(Path file, Schema schema) throws SQLException {
    connection = Connections.builder(file);
    schema.migrate(connection);
    insert = connection.prepareStatement(Rows.INSERT + " ON CONFLICT DO NOTHING");
    removePending =
        connection.prepareStatement(
            "DELETE FROM message WHERE sequence = ? AND id = ? AND state = 'PENDING'");
    execute("BEGIN");
  }

  /** Takes a row; a settled state wins over a pending one, since no row ever goes back. */
  void put(StoredRow row, int attempts) throws SQLException {
    Rows.bind(insert, row, attempts);
    if (insert.executeUpdate() == 0 && !row.isPending()) {
      removePending.setLong(1, row.sequence());
      removePending.setString(2, row.id());
      if (removePending.executeUpdate() == 1) {
        insert.executeUpdate();
      }
    }
    if (++uncommitted == BATCH) {
      execute("COMMIT");
      execute("BEGIN");
      uncommitted = 0;
    }
  }

  /** Writes down which places have no row, up to the highest place ever given out. */
  List<Range> noteGaps(long highWater, Instant now) throws SQLException {
    List<Range> gaps = gaps(highWater);
    try (PreparedStatement note =
        connection.prepareStatement("INSERT INTO gap (first, last, noted_at) VALUES (?, ?, ?)")) {
      for (Range gap : gaps) {
        note.setLong(1, gap.first());
        note.setLong(2, gap.last());
        note.setLong(3, now.toEpochMilli());
        note.executeUpdate();
      }
    }
    return gaps;
  }

  private List<Range> gaps(long highWater) throws SQLException {
    List<Range> gaps = new ArrayList<>();
    long next = 1;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sequence FROM message ORDER BY sequence")) {
      while (row.next()) {
        long sequence = row.getLong(1);
        if (sequence > next) {
          gaps.add(new Range(next, sequence - 1));
        }
        next = sequence + 1;
      }
    }
    if (highWater >= next) {
      gaps.add(new Range(next, highWater));
    }
    return gaps;
  }

  long count(String where) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM message" + where)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Commits and turns the file into what the writer expects. */
  void finish() throws SQLException {
    execute("COMMIT");
    execute("PRAGMA journal_mode = WAL");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
