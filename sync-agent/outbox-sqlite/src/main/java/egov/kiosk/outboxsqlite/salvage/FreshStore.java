package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.outboxsqlite.store.BoxedRow;
import egov.kiosk.outboxsqlite.store.Census;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.KeysInUse;
import egov.kiosk.outboxsqlite.store.Rows;
import egov.kiosk.outboxsqlite.store.Schema;
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
 * A new database being filled with salvaged rows, in any order and more than once each. Rows mostly
 * come in order, by place, id and number, so that its indexes grow at their ends: making them from
 * the full table would read all of it once for each.
 */
final class FreshStore implements AutoCloseable {
  private static final int BATCH = 10_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement atPlace;
  private final PreparedStatement withId;
  private final PreparedStatement remove;
  private final KeysInUse keys = new KeysInUse();
  private int uncommitted;

  FreshStore(Path file, Schema schema) throws SQLException {
    connection = Connections.builder(file);
    schema.migrate(connection);
    insert = connection.prepareStatement(Rows.INSERT + " ON CONFLICT DO NOTHING");
    String read = "SELECT " + Rows.COLUMNS + " FROM message ";
    atPlace = connection.prepareStatement(read + "WHERE sequence = ?");
    withId = connection.prepareStatement(read + "INDEXED BY message_id WHERE filed = 1 AND id = ?");
    remove = connection.prepareStatement("DELETE FROM message WHERE sequence = ?");
    execute("BEGIN");
  }

  /** Takes a row; of the same row in two states the later one stays. */
  void put(SealedRow found) throws SQLException {
    if (!insert(found)) {
      decide(found);
    }
    if (++uncommitted == BATCH) {
      execute("COMMIT");
      execute("BEGIN");
      uncommitted = 0;
    }
  }

  /** A message that is found at two places keeps the first. */
  private void decide(SealedRow found) throws SQLException {
    BoxedRow row = found.row();
    Optional<BoxedRow> there = one(atPlace, row.sequence());
    Optional<BoxedRow> loser =
        there.isPresent()
            ? there.filter(old -> row.id().equals(old.id())).filter(row::supersedes)
            : one(withId, row.id()).filter(old -> old.sequence() > row.sequence());
    if (loser.isPresent()) {
      remove.setLong(1, loser.get().sequence());
      remove.executeUpdate();
      insert(found);
    }
  }

  private boolean insert(SealedRow found) throws SQLException {
    Rows.bind(insert, found.row(), found.attempts());
    boolean taken = insert.executeUpdate() == 1;
    if (taken) {
      keys.note(connection, found.row().box());
    }
    return taken;
  }

  private static Optional<BoxedRow> one(PreparedStatement query, Object key) throws SQLException {
    query.setObject(1, key);
    try (ResultSet columns = query.executeQuery()) {
      return columns.next() ? Optional.of(Rows.read(columns)) : Optional.empty();
    }
  }

  /** The numbers of what was taken. */
  Census census() throws SQLException {
    return Census.take(connection);
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
    Census census = census();
    // With as many rows as places there is no need to look at a table that may be large.
    long next = census.rows() == census.highest() ? census.highest() + 1 : gapsBetween(gaps);
    if (highWater >= next) {
      gaps.add(new SequenceRange(next, highWater));
    }
    return gaps;
  }

  private long gapsBetween(List<SequenceRange> gaps) throws SQLException {
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
    return next;
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
