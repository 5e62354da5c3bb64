package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.transaction.TransactionId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongToIntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All changes to where a stored message stands. Called by one thread at a time, inside the group
 * commit.
 */
public final class StandingWriter {
  private final Supplier<WriteStatements> sql;
  private final Draft draft;
  private final Tail tail;

  StandingWriter(Supplier<WriteStatements> sql, Draft draft, Tail tail) {
    this.sql = sql;
    this.draft = draft;
    this.tail = tail;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Found(StoredRow row, byte[] seal) {
    boolean sealed() {
      return RowSeal.fits(row, seal);
    }
  }

  /**
   * Settles the messages receipts speak of. A receipt that takes a message after all, issued later
   * than the one that refused it, settles it too: the platform has it.
   *
   * @param self the kiosk receipts must be for, as far as it is known yet
   * @param attempts how many sendings are not yet counted in the file, by place
   * @return what became of each, in their order
   */
  public List<Settlement> settle(
      List<PlatformReceipt> receipts,
      Optional<String> self,
      Instant now,
      LongToIntFunction attempts)
      throws SQLException {
    List<Settlement> settlements = new ArrayList<>(receipts.size());
    for (PlatformReceipt receipt : receipts) {
      boolean ours = self.isEmpty() || self.get().equals(receipt.kioskId());
      settlements.add(ours ? settle(receipt, now, attempts) : Settlement.UNKNOWN_MESSAGE);
    }
    return settlements;
  }

  private Settlement settle(PlatformReceipt receipt, Instant now, LongToIntFunction attempts)
      throws SQLException {
    Optional<Found> found = find(receipt.messageId().value());
    if (found.isEmpty()) {
      return Settlement.UNKNOWN_MESSAGE;
    }
    StoredRow row = found.get().row();
    if (!row.message().sm3().equals(receipt.envelopeSm3())) {
      return Settlement.DIGEST_MISMATCH;
    }
    if (!row.isPending() && !takenAfterAll(row.standing(), receipt)) {
      return Settlement.ALREADY_SETTLED;
    }
    write(row, row.standing().settled(receipt, now), attempts.applyAsInt(row.sequence()));
    return Settlement.SETTLED;
  }

  private static boolean takenAfterAll(Standing standing, PlatformReceipt receipt) {
    return standing.is(DeliveryState.DEAD_LETTER)
        && receipt.outcome() == Outcome.ACCEPTED
        && standing.issuedAt().isPresent()
        && receipt.issuedAt().toEpochMilli() > standing.issuedAt().get();
  }

  /**
   * Makes a dead letter pending again.
   *
   * @param whole whether a row still holds the message that was queued
   * @return its place, if it was a dead letter that is whole
   */
  public OptionalLong retry(TransactionId id, Predicate<StoredRow> whole) throws SQLException {
    Optional<Found> found = find(id.value());
    if (found.isEmpty() || !found.get().sealed()) {
      return OptionalLong.empty();
    }
    StoredRow row = found.get().row();
    if (!row.standing().is(DeliveryState.DEAD_LETTER) || !whole.test(row)) {
      return OptionalLong.empty();
    }
    write(row, row.standing().retried(), 0);
    return OptionalLong.of(row.sequence());
  }

  /**
   * Gives a pending message up, keeping its bytes.
   *
   * @return whether it was still pending
   */
  public boolean giveUp(long sequence, String reason, Instant now) throws SQLException {
    Optional<Found> found = find(sql.get().rowBySequence, sequence);
    if (found.isEmpty() || !found.get().row().isPending()) {
      return false;
    }
    StoredRow row = found.get().row();
    write(row, row.standing().givenUp(reason, now), 0);
    return true;
  }

  /** Puts a settled row right whose check value does not fit. */
  public Repair repair(long sequence, Instant now) throws SQLException {
    Optional<Found> found = find(sql.get().rowBySequence, sequence);
    if (found.isEmpty() || found.get().sealed()) {
      return Repair.WHOLE;
    }
    StoredRow row = found.get().row();
    StoredRow before = row.now(row.standing().unsettled());
    if (RowSeal.fits(before, found.get().seal())) {
      write(row, before.standing(), 0);
      return Repair.RESTORED;
    }
    write(row, row.standing().givenUp(Repair.REASON, now), 0);
    return Repair.GIVEN_UP;
  }

  /** The row of a message. */
  Optional<StoredRow> find(TransactionId id) throws SQLException {
    return find(id.value()).map(Found::row);
  }

  private Optional<Found> find(String id) throws SQLException {
    OptionalLong place = tail.place(id);
    return place.isPresent()
        ? find(sql.get().rowBySequence, place.getAsLong())
        : find(sql.get().rowById, id);
  }

  private static Optional<Found> find(PreparedStatement query, Object key) throws SQLException {
    query.setObject(1, key);
    try (ResultSet columns = query.executeQuery()) {
      if (!columns.next()) {
        return Optional.empty();
      }
      return Optional.of(new Found(Rows.read(columns), Rows.seal(columns)));
    }
  }

  private void write(StoredRow from, Standing to, int attempts) throws SQLException {
    StoredRow row = from.now(to);
    PreparedStatement update = sql.get().stand;
    update.setString(1, to.state());
    update.setLong(2, to.retries());
    update.setObject(3, to.settledAt().orElse(null));
    update.setObject(4, to.issuedAt().orElse(null));
    update.setString(5, to.number().orElse(null));
    update.setString(6, to.reason().orElse(null));
    update.setBytes(7, RowSeal.of(row));
    update.setBytes(8, row.bytes().length == 0 ? null : row.bytes());
    update.setInt(9, attempts);
    update.setLong(10, row.sequence());
    update.executeUpdate();
    draft.moved(from.standing().state(), to.state());
  }
}
