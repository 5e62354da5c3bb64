package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.commit.Transactions;
import egov.kiosk.outboxsqlite.directory.HighWater;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * All changes to the file. Everything but {@link #tally()} is called by one thread at a time,
 * inside the group commit.
 */
public final class MessageWriter implements Transactions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

  private final Path file;
  private final Schema schema;
  private final HighWater highWater;
  private final long quotaBytes;
  private final Draft draft;
  private final Tail tail = new Tail();
  private final MessageDigest sha256 = RowSeal.digest();
  private final RowBox box;
  private final KeysInUse keys = new KeysInUse();
  private final StandingWriter standings;
  private Connection connection;
  private WriteStatements sql;
  private boolean failed;
  private boolean broken;
  private boolean syncing;
  private OpenFiles files;
  private volatile boolean replaced;
  private volatile Tally tally;

  /**
   * Opens the file for writing and brings its schema up to date.
   *
   * @param quotaBytes how large it may become
   */
  public MessageWriter(Path file, Schema schema, RowBox box, HighWater highWater, long quotaBytes)
      throws SQLException {
    this.file = file;
    this.schema = schema;
    this.box = box;
    this.highWater = highWater;
    this.quotaBytes = quotaBytes;
    draft = new Draft(quotaBytes);
    standings = new StandingWriter(() -> sql, draft, tail, box, keys);
    connect();
  }

  private void connect() throws SQLException {
    connection = Connections.writer(file);
    syncing = true;
    try {
      schema.migrate(connection);
      sql = new WriteStatements(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes over what was counted in the file; called once before anything else. */
  public void start(Tally counted) throws SQLException {
    draft.reset(counted);
    draft.using(sql.usedBytes());
    tally = draft.tally();
    tail.load(connection, tally.lastSequence());
    keys.load(connection);
    files = new OpenFiles(file);
  }

  /** Changes to where messages stand. */
  public StandingWriter standings() {
    return standings;
  }

  /** What is in the store, as of the last commit. */
  public Tally tally() {
    return tally;
  }

  @Override
  public void begin(boolean synced) throws SQLException, OutboxException {
    if (broken) {
      requireInPlace();
      reopen();
    } else if (failed) {
      sql = new WriteStatements(connection);
    }
    failed = false;
    if (synced != syncing) {
      Connections.sync(connection, synced);
      syncing = synced;
    }
    draft.reset(tally);
    sql.begin.execute();
  }

  @Override
  public void commit() throws SQLException {
    if (draft.vague()) {
      draft.using(sql.usedBytes());
    }
    // Looked at before and not after: what is refused must not be in any file.
    requireInPlace();
    sql.commit.execute();
    long before = tally.lastSequence();
    tally = draft.tally();
    tail.committed();
    keys.committed();
    if (tally.lastSequence() > before) {
      noteHighWater(tally.lastSequence());
    }
  }

  /** What is committed into a file nobody can find again must not be called accepted. */
  private void requireInPlace() throws FileReplaced {
    replaced |= !files.untouched();
    if (replaced) {
      throw new FileReplaced();
    }
  }

  /** Whether the files were replaced or removed. Looks at them. */
  public boolean replaced() {
    return replaced || !files.inPlace();
  }

  /** Puts a copy of everything into an empty file, from the files that are open. */
  public void copyInto(Path target) throws SQLException {
    int code =
        connection
            .unwrap(SQLiteConnection.class)
            .getDatabase()
            .backup("main", target.toString(), null);
    if (code != SQLiteErrorCode.SQLITE_OK.code) {
      throw new SQLException("the queue could not be copied", "", code);
    }
  }

  @Override
  public void rollback(Exception cause) {
    draft.reset(tally);
    tail.undone();
    failed = true;
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // After most failures SQLite has rolled back by itself, and says so with an error.
      LOG.debug("outbox: rollback after a failure", e);
    }
    keys.undone(connection);
    broken |= cause instanceof SQLException e && !StoreFault.full(e);
  }

  @Override
  public OutboxException translate(SQLException e) {
    return StoreFault.translate(e);
  }

  /** Stores a message at the next place, or finds it where it is already. */
  public long append(SignedEnvelope envelope, Instant now) throws SQLException, OutboxException {
    long size = (long) envelope.length() + Schema.PAGE_SIZE;
    if (draft.tally().usedBytes() + size > quotaBytes) {
      draft.using(sql.usedBytes());
    }
    if (draft.tally().usedBytes() + size > quotaBytes) {
      Optional<Long> known = known(envelope);
      if (known.isPresent()) {
        return known.get();
      }
      throw new OutboxException(
          Reason.FULL, "the queue has reached its quota of " + quotaBytes + " bytes");
    }
    String id = envelope.id().value();
    if (tail.place(id).isEmpty()) {
      long sequence = draft.tally().lastSequence() + 1;
      BoxedRow row = box.seal(StoredRow.pending(sequence, envelope, now), sha256);
      keys.note(row.box(), sql.noteKey);
      Rows.bindNew(sql.append, row);
      if (sql.append.executeUpdate() == 1) {
        draft.appended(sequence, size);
        tail.add(sequence, id, sql.file);
        return sequence;
      }
    }
    return known(envelope).orElseThrow();
  }

  private Optional<Long> known(SignedEnvelope envelope) throws SQLException, OutboxException {
    Optional<StoredRow> row = standings.find(envelope.id());
    if (row.isPresent() && !row.get().message().sm3().equals(envelope.sm3())) {
      throw new OutboxException(
          Reason.CONFLICT, "message " + envelope.id() + " was queued before with other bytes");
    }
    return row.map(StoredRow::sequence);
  }

  /** Counts sendings. */
  public void addAttempts(long sequence, int attempts) throws SQLException {
    sql.attempts.setInt(1, attempts);
    sql.attempts.setLong(2, sequence);
    sql.attempts.executeUpdate();
  }

  /** Moves the log into the database; called outside of any transaction. */
  public boolean checkpoint() throws SQLException {
    return sql.checkpoint();
  }

  /**
   * After the disk failed in a commit, the log may end in a transaction nobody was promised. A
   * fresh connection empties the log before anything new is written, so that it cannot come back.
   */
  private void reopen() throws SQLException, OutboxException {
    connection.close();
    connect();
    if (!sql.checkpoint()) {
      throw new OutboxException(Reason.IO, "the queue is recovering from a disk error; try again");
    }
    start(Census.take(connection).tally(tally.lastSequence()));
    broken = false;
  }

  private void noteHighWater(long sequence) {
    try {
      highWater.write(sequence);
    } catch (IOException e) {
      LOG.warn("outbox: the high-water file cannot be written; check the disk", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
