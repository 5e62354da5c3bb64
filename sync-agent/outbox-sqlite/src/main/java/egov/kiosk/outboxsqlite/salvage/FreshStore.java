package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.outbox.SequenceRange;
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
import java.util.Optional;

/**
 * A new database being filled with salvaged rows, in any order and more than once each. Its indexes
 * are made at the end, which is several times as fast as keeping them.
 */
final class FreshStore implements AutoCloseable {
  private static final int BATCH = 10_000;

  private final Connection connection;
  private final List<String> indexes;
  private final PreparedStatement insert;
  private final PreparedStatement present;
  private final PreparedStatement remove;
  private int uncommitted;

  FreshStore(Path file, Schema schema) throws SQLException {
    connection = Connections.builder(file);
    schema.migrate(connection);
    indexes = dropIndexes();
    insert = connection.prepareStatement(Rows.INSERT + " ON CONFLICT (sequence) DO NOTHING");
    present =
        connection.prepareStatement("SELECT " + Rows.COLUMNS + " FROM message WHERE sequence = ?");
    remove = connection.prepareStatement("DELETE FROM message WHERE sequence = ?");
    execute("BEGIN");
  }

  private List<String> dropIndexes() throws SQLException {
    List<String> definitions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE type = 'index'")) {
      while (row.next()) {
        names.add(row.getString(1));
        definitions.add(row.getString(2));
      }
    }
    for (String name : names) {
      execute("DROP INDEX " + name);
    }
    return definitions;
  }

  /** Takes a row; of the same row in two states the later one stays. */
  void put(SealedRow found) throws SQLException {
    if (!insert(found) && laterThanPresent(found.row())) {
      remove.setLong(1, found.row().sequence());
      remove.executeUpdate();
      insert(found);
    }
    if (++uncommitted == BATCH) {
      execute("COMMIT");
      execute("BEGIN");
      uncommitted = 0;
    }
  }

  private boolean insert(SealedRow found) throws SQLException {
    Rows.bind(insert, found.row(), found.seal(), found.attempts());
    return insert.executeUpdate() == 1;
  }

  private boolean laterThanPresent(StoredRow row) throws SQLException {
    present.setLong(1, row.sequence());
    try (ResultSet columns = present.executeQuery()) {
      Optional<StoredRow> there =
          columns.next() ? Optional.of(Rows.read(columns)) : Optional.empty();
      return there.isPresent()
          && there.get().message().id().equals(row.message().id())
          && row.supersedes(there.get());
    }
  }

  /** Makes the indexes; a message that was found at two places keeps the first. */
  void index() throws SQLException {
    execute("COMMIT");
    execute("BEGIN");
    for (String definition : indexes) {
      try {
        execute(definition);
      } catch (SQLException e) {
        execute(
            "DELETE FROM message WHERE sequence NOT IN"
                + " (SELECT min(sequence) FROM message GROUP BY id)");
        execute(definition);
      }
    }
  }

  /** Writes down which places have no row, up to the highest place ever given out. */
  List<SequenceRange> noteGaps(long highWater, Instant now) throws SQLException {
    List<SequenceRange> gaps = gaps(highWater);
    try (PreparedStatement note =
        connection.prepareStatement("INSERT INTO gap (first, last, noted_at) VALUES (?, ?, ?)")) {
      for (SequenceRange gap : gaps) {
        note.setLong(1, gap.first());
        note.setLong(2, gap.last());
        note.setLong(3, now.toEpochMilli());
        note.executeUpdate();
      }
    }
    return gaps;
  }

  private List<SequenceRange> gaps(long highWater) throws SQLException {
    List<SequenceRange> gaps = new ArrayList<>();
    long next = 1;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sequence FROM message ORDER BY sequence")) {
      while (row.next()) {
        long sequence = row.getLong(1);
        if (sequence > next) {
          gaps.add(new SequenceRange(next, sequence - 1));
        }
        next = sequence + 1;
      }
    }
    if (highWater >= next) {
      gaps.add(new SequenceRange(next, highWater));
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
