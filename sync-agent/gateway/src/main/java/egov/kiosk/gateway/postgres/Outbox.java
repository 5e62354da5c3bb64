package egov.kiosk.gateway.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The outbox as its one reader sees it. Of all workers one leads at a time: it holds an advisory
 * lock of its database session, and leads no longer than that session lives. For one thread.
 */
public final class Outbox implements AutoCloseable {
  /** Whoever holds this lock leads; the number means nothing. */
  private static final long LEADER = 0x65676F76_0002L;

  private final Database database;
  private Connection leading;
  private UUID store;

  /**
   * @param database a connection of its own, shared with nobody
   */
  public Outbox(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /** Tries to become the leader; false while another is. */
  public boolean lead() throws IOException {
    return database.transact(
        connection -> {
          store = Schema.bring(connection);
          connection.commit();
          try (PreparedStatement sql =
              connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            sql.setLong(1, LEADER);
            try (ResultSet row = sql.executeQuery()) {
              row.next();
              leading = row.getBoolean(1) ? connection : null;
              return leading != null;
            }
          }
        });
  }

  /** The store's identity; known after the first {@link #lead}. */
  public UUID store() {
    return store;
  }

  /** The last place that was given out. */
  public long last() throws IOException {
    return led(connection -> Counter.look(connection).lastPlace());
  }

  /** What waits behind a place, in order. */
  public List<Waiting> after(long place, int limit) throws IOException {
    return led(connection -> OutboxRows.after(connection, place, limit));
  }

  /** Takes away what the stream has for good. */
  public void delete(long upTo) throws IOException {
    led(
        connection -> {
          OutboxRows.delete(connection, upTo);
          return null;
        });
  }

  /** Leads no longer; another worker may. */
  public void resign() {
    leading = null;
    database.forget();
  }

  @Override
  public void close() {
    database.close();
  }

  /** Work for the leader alone: a session made anew holds no lock. */
  private <T> T led(Database.Work<T> work) throws IOException {
    return database.transact(
        connection -> {
          if (leading == null || !leading.equals(connection)) {
            throw new SQLException("the session that led is gone", "08003");
          }
          return work.in(connection);
        });
  }
}
