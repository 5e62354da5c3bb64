package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.outboxsqlite.commit.Transactions;
import egov.kiosk.outboxsqlite.directory.HighWater;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private Connection connection;
  private WriteStatements sql;
  private boolean failed;
  private boolean broken;
  private Tally draft;
  private volatile Tally tally;

  /**
   * Opens the file for writing and brings its schema up to date.
   *
   * @param quotaBytes how large it may become
   */
  public MessageWriter(Path file, Schema schema, HighWater highWater, long quotaBytes)
      throws SQLException {
    this.file = file;
    this.schema = schema;
    this.highWater = highWater;
    this.quotaBytes = quotaBytes;
    connect();
  }

  private void connect() throws SQLException {
    connection = Connections.writer(file);
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
    tally = counted.using(sql.usedBytes());
    draft = tally;
  }

  /** What is in the store, as of the last commit. */
  public Tally tally() {
    return tally;
  }

  @Override
  public void begin() throws SQLException, OutboxException {
    if (broken) {
      reopen();
    } else if (failed) {
      sql = new WriteStatements(connection);
    }
    failed = false;
    draft = tally;
    sql.begin.execute();
  }

  @Override
  public void commit() throws SQLException {
    draft = draft.using(sql.usedBytes());
    sql.commit.execute();
    long before = tally.lastSequence();
    tally = draft;
    if (draft.lastSequence() > before) {
      noteHighWater(draft.lastSequence());
    }
  }

  @Override
  public void rollback(Exception cause) {
    draft = tally;
    failed = true;
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // After most failures SQLite has rolled back by itself, and says so with an error.
      LOG.debug("outbox: rollback after a failure", e);
    }
    broken |= cause instanceof SQLException e && !StoreFault.full(e);
  }

  @Override
  public OutboxException translate(SQLException e) {
    return StoreFault.translate(e);
  }

  /** Stores a message at the next place, or finds it where it is already. */
  public long append(SignedEnvelope envelope, Instant now) throws SQLException, OutboxException {
    long size = (long) envelope.length() + Schema.PAGE_SIZE;
    if (draft.usedBytes() + size > quotaBytes) {
      Optional<Long> known = known(envelope);
      if (known.isPresent()) {
        return known.get();
      }
      throw new OutboxException(
          Reason.FULL, "the queue has reached its quota of " + quotaBytes + " bytes");
    }
    long sequence = draft.lastSequence() + 1;
    Rows.bind(sql.insert, StoredRow.pending(sequence, envelope, now), 0);
    if (sql.insert.executeUpdate() == 1) {
      draft = draft.appended(sequence, size);
      return sequence;
    }
    return known(envelope).orElseThrow();
  }

  private Optional<Long> known(SignedEnvelope envelope) throws SQLException, OutboxException {
    sql.digestById.setString(1, envelope.id().value());
    try (ResultSet row = sql.digestById.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      if (!row.getString(2).equals(envelope.sm3())) {
        throw new OutboxException(
            Reason.CONFLICT, "message " + envelope.id() + " was queued before with other bytes");
      }
      return Optional.of(row.getLong(1));
    }
  }

  /**
   * Settles the message a receipt speaks of.
   *
   * @param attempts how many sendings are not yet counted in the file, by place
   */
  public Settlement settle(PlatformReceipt receipt, Instant now, LongToIntFunction attempts)
      throws SQLException {
    Optional<StoredRow> found = find(sql.rowById, receipt.messageId().value());
    if (found.isEmpty()) {
      return Settlement.UNKNOWN_MESSAGE;
    }
    StoredRow row = found.get();
    if (!row.sm3().equals(receipt.envelopeSm3())) {
      return Settlement.DIGEST_MISMATCH;
    }
    if (!row.isPending()) {
      return Settlement.ALREADY_SETTLED;
    }
    boolean accepted = receipt.outcome() == Outcome.ACCEPTED;
    write(
        accepted
            ? row.delivered(now, receipt.acceptanceNumber())
            : row.deadLetter(now, receipt.reason().orElse("REJECTED")),
        row.state(),
        attempts.applyAsInt(row.sequence()));
    return Settlement.SETTLED;
  }

  /**
   * Gives a pending message up, keeping its bytes.
   *
   * @return whether it was still pending
   */
  public boolean giveUp(long sequence, String reason, Instant now) throws SQLException {
    Optional<StoredRow> row = find(sql.rowBySequence, sequence);
    if (row.isEmpty() || !row.get().isPending()) {
      return false;
    }
    write(row.get().deadLetter(now, reason), row.get().state(), 0);
    return true;
  }

  /** Puts a settled row right whose check value does not fit. */
  public Repair repair(long sequence, Instant now) throws SQLException {
    sql.rowBySequence.setLong(1, sequence);
    StoredRow row;
    byte[] seal;
    try (ResultSet columns = sql.rowBySequence.executeQuery()) {
      if (!columns.next()) {
        return Repair.WHOLE;
      }
      row = Rows.read(columns);
      seal = Rows.seal(columns);
    }
    if (RowSeal.fits(row, seal)) {
      return Repair.WHOLE;
    }
    StoredRow before = row.unsettled();
    if (RowSeal.fits(before, seal)) {
      write(before, row.state(), 0);
      return Repair.RESTORED;
    }
    write(row.deadLetter(now, Repair.REASON), row.state(), 0);
    return Repair.GIVEN_UP;
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

  private static Optional<StoredRow> find(PreparedStatement query, Object key) throws SQLException {
    query.setObject(1, key);
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(Rows.read(row)) : Optional.empty();
    }
  }

  private void write(StoredRow row, String before, int attempts) throws SQLException {
    sql.settle.setString(1, row.state());
    sql.settle.setObject(2, row.settledAt().orElse(null));
    sql.settle.setString(3, row.number().orElse(null));
    sql.settle.setString(4, row.reason().orElse(null));
    sql.settle.setBytes(5, RowSeal.of(row));
    sql.settle.setBytes(6, row.bytes().length == 0 ? null : row.bytes());
    sql.settle.setInt(7, attempts);
    sql.settle.setLong(8, row.sequence());
    sql.settle.executeUpdate();
    draft = draft.moved(before, DeliveryState.valueOf(row.state()));
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
