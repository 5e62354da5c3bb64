package egov.kiosk.gateway.postgres;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.AcceptanceNumbers;
import egov.kiosk.gateway.store.Accepted;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Candidate;
import egov.kiosk.gateway.store.Decision;
import egov.kiosk.gateway.store.Finding;
import egov.kiosk.gateway.store.Totals;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The store any number of workers on any number of machines share. What is taken and has to be
 * passed on to the stream is in the table {@code outbox} by the same transaction.
 */
public final class PostgresStore implements AcceptedStore {
  /** What those who work on transactions see; the rest is between a kiosk and its gateway. */
  private static final Set<MessageKind> STREAMED =
      EnumSet.of(MessageKind.ITEM, MessageKind.RATING, MessageKind.RATING_REASON);

  private final Database database;
  private boolean prepared;

  /** Whether the tables are there is seen to when they are first needed, see {@link #prepare}. */
  public PostgresStore(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * Makes the tables, or brings them forward. Every other method does so too; calling it first
   * tells early whether they are a newer program's.
   */
  public void prepare() throws IOException {
    transact(connection -> null);
  }

  @Override
  public Optional<Accepted> find(TransactionId id) throws IOException {
    return transact(
        connection -> Optional.ofNullable(AcceptedRows.find(connection, List.of(id)).get(id)));
  }

  @Override
  public Optional<byte[]> envelope(TransactionId id) throws IOException {
    return transact(connection -> AcceptedRows.envelope(connection, id));
  }

  @Override
  public String whereabouts(TransactionId id) {
    return "accepted/" + id;
  }

  @Override
  public List<Decision> accept(List<Candidate> candidates, Instant now) throws IOException {
    if (candidates.isEmpty()) {
      return List.of();
    }
    return transact(connection -> take(connection, candidates, now));
  }

  private static List<Decision> take(Connection connection, List<Candidate> candidates, Instant now)
      throws SQLException {
    Counter counter = Counter.lock(connection);
    Map<TransactionId, Accepted> known =
        AcceptedRows.find(connection, candidates.stream().map(Candidate::id).toList());
    String day = AcceptanceNumbers.day(now);
    Map<TransactionId, Accepted> fresh = new LinkedHashMap<>();
    List<Candidate> taken = new ArrayList<>();
    List<TransactionId> passedOn = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      TransactionId id = candidate.id();
      Accepted before = known.getOrDefault(id, fresh.get(id));
      if (before != null) {
        decisions.add(Decision.known(before, candidate));
        continue;
      }
      boolean numbered = candidate.kind() == MessageKind.ITEM;
      Accepted accepted =
          candidate.accepted(
              numbered ? Optional.of(counter.nextNumber(day)) : Optional.empty(), now);
      fresh.put(id, accepted);
      taken.add(candidate);
      counter.count(candidate.kind());
      if (STREAMED.contains(candidate.kind())) {
        passedOn.add(id);
      }
      decisions.add(new Decision(Decision.Outcome.TAKEN, accepted));
    }
    if (!taken.isEmpty()) {
      AcceptedRows.insert(connection, taken, fresh);
      OutboxRows.insert(connection, passedOn, counter);
      counter.write(connection);
    }
    return decisions;
  }

  @Override
  public Totals totals() throws IOException {
    return transact(connection -> Counter.look(connection).totals(OutboxRows.count(connection)));
  }

  @Override
  public List<TransactionId> settled(String kioskId, LocalDate day) throws IOException {
    return transact(connection -> KioskRows.settled(connection, kioskId, day));
  }

  @Override
  public long taken(String kioskId, Instant before) throws IOException {
    return transact(connection -> KioskRows.taken(connection, kioskId, before));
  }

  @Override
  public void keep(Finding finding) throws IOException {
    transact(
        connection -> {
          KioskRows.keep(connection, finding);
          return null;
        });
  }

  @Override
  public Optional<Finding> finding(TransactionId statement) throws IOException {
    return transact(connection -> KioskRows.finding(connection, statement));
  }

  @Override
  public List<Finding> findings(String word, int limit) throws IOException {
    return transact(connection -> KioskRows.findings(connection, word, limit));
  }

  @Override
  public void close() {
    database.close();
  }

  private <T> T transact(Database.Work<T> work) throws IOException {
    return database.transact(
        connection -> {
          prepare(connection);
          return work.in(connection);
        });
  }

  /** Guarded by the database's own lock. */
  private void prepare(Connection connection) throws SQLException {
    if (!prepared) {
      Schema.bring(connection);
      connection.commit();
      prepared = true;
    }
  }
}
