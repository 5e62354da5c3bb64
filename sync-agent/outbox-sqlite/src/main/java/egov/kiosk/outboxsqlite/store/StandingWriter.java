package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.transaction.TransactionId;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
  private final RowBox box;
  private final KeysInUse keys;
  private final MessageDigest sha256 = RowSeal.digest();

  StandingWriter(
      Supplier<WriteStatements> sql, Draft draft, Tail tail, RowBox box, KeysInUse keys) {
    this.sql = sql;
    this.draft = draft;
    this.tail = tail;
    this.box = box;
    this.keys = keys;
  }

  /** A row as it lies there, and what could be made of it. */
  private record Found(BoxedRow lies, StoredRow row, boolean sealed) {}

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
    RowBox.Opened before = box.open(found.get().lies().unsettled(), sha256);
    if (before.sound()) {
      write(before.row(), row.standing().state(), before.row().standing(), 0);
      return Repair.RESTORED;
    }
    write(row, row.standing().givenUp(Repair.REASON, now), 0);
    return Repair.GIVEN_UP;
  }

  /**
   * Takes what leads to a person out of a row the platform has: the order key and the numbers.
   *
   * @return when it was settled, if that was before the instant and the row is whole
   */
  public Optional<Instant> strip(long sequence, Instant before) throws SQLException {
    Optional<Found> found = find(sql.get().rowBySequence, sequence).filter(Found::sealed);
    Optional<Instant> settled = found.flatMap(one -> SettledRows.settledBefore(one.row(), before));
    if (settled.isPresent()) {
      StoredRow row = found.get().row().stripped();
      BoxedRow sealed = seal(row);
      PreparedStatement update = sql.get().strip;
      update.setBytes(1, sealed.box());
      update.setBytes(2, sealed.seal());
      update.setLong(3, sequence);
      update.executeUpdate();
    }
    return settled;
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

  private Optional<Found> find(PreparedStatement query, Object key) throws SQLException {
    query.setObject(1, key);
    try (ResultSet columns = query.executeQuery()) {
      if (!columns.next()) {
        return Optional.empty();
      }
      BoxedRow lies = Rows.read(columns);
      RowBox.Opened opened = box.openAgain(lies, sha256);
      return Optional.of(new Found(lies, opened.row(), opened.sound()));
    }
  }

  /**
   * Seals rows anew that are not under the key in use; rows that are not sound are left to others.
   */
  public void reseal(List<Long> places) throws SQLException {
    for (long place : places) {
      Optional<Found> found = find(sql.get().rowBySequence, place);
      if (found.isPresent()) {
        reseal(found.get());
      }
    }
  }

  private void reseal(Found found) throws SQLException {
    if (found.sealed() && !box.current(found.lies())) {
      BoxedRow sealed = seal(found.row());
      PreparedStatement update = sql.get().reseal;
      update.setBytes(1, sealed.box());
      update.setBytes(2, sealed.seal());
      update.setLong(3, sealed.sequence());
      update.executeUpdate();
    }
  }

  /**
   * The end of a look at all rows, with no append in between: seals anew what came behind the last
   * place that was looked at, and forgets all keys but the one in use.
   *
   * @param key what the look was for; nothing is forgotten when it is not the one in use any more
   * @return the keys of this file, the one in use included
   */
  public Set<RestKeyId> resealed(long behind, RestKeyId key) throws SQLException {
    List<Long> places = new ArrayList<>();
    PreparedStatement query = sql.get().from;
    query.setLong(1, behind);
    try (ResultSet columns = query.executeQuery()) {
      while (columns.next()) {
        places.add(columns.getLong(1));
      }
    }
    reseal(places);
    if (box.currentKey().equals(key)) {
      keys.keepOnly(key, sql.get().keepOnlyKey);
    }
    Set<RestKeyId> left = keys.all();
    left.add(box.currentKey());
    return left;
  }

  private BoxedRow seal(StoredRow row) throws SQLException {
    BoxedRow sealed = box.seal(row, sha256);
    keys.note(sealed.box(), sql.get().noteKey);
    return sealed;
  }

  private void write(StoredRow from, Standing to, int attempts) throws SQLException {
    write(from, from.standing().state(), to, attempts);
  }

  private void write(StoredRow from, String was, Standing to, int attempts) throws SQLException {
    BoxedRow row = seal(from.now(to));
    PreparedStatement update = sql.get().stand;
    update.setString(1, to.state());
    update.setLong(2, to.retries());
    update.setObject(3, to.settledAt().orElse(null));
    update.setObject(4, to.issuedAt().orElse(null));
    update.setBytes(5, row.box());
    update.setBytes(6, row.seal());
    update.setBytes(7, row.bytes().length == 0 ? null : row.bytes());
    update.setInt(8, attempts);
    update.setLong(9, row.sequence());
    update.executeUpdate();
    draft.moved(was, to.state());
  }
}
