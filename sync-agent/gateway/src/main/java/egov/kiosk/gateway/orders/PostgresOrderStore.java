package egov.kiosk.gateway.orders;

import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.gateway.postgres.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders and answers in PostgreSQL, for any number of workers. An order that is outstanding is
 * given to one worker at a time, at most every twenty seconds.
 */
final class PostgresOrderStore implements OrderStore {
  /** Whoever else wants to make the tables waits for its turn; the number means nothing. */
  private static final long TURN = 0x65676F76_0002L;

  private static final int MOST_AT_ONCE = 1_000;
  private static final String TABLES =
      "CREATE TABLE IF NOT EXISTS kiosk_order (kiosk_id text NOT NULL, channel text NOT NULL,"
          + " id text NOT NULL, until timestamptz, signed bytea NOT NULL,"
          + " settled boolean NOT NULL DEFAULT false, given_at timestamptz,"
          + " PRIMARY KEY (kiosk_id, channel, id));"
          + " CREATE INDEX IF NOT EXISTS kiosk_order_outstanding ON kiosk_order (given_at)"
          + " WHERE NOT settled;"
          + " CREATE TABLE IF NOT EXISTS kiosk_answer (place bigserial PRIMARY KEY,"
          + " kiosk_id text NOT NULL, answer text NOT NULL);"
          + " CREATE INDEX IF NOT EXISTS kiosk_answer_kiosk ON kiosk_answer (kiosk_id, place)";
  private static final String GIVE =
      "UPDATE kiosk_order SET given_at = now() WHERE (kiosk_id, channel, id) IN ("
          + "SELECT kiosk_id, channel, id FROM kiosk_order WHERE NOT settled"
          + " AND (given_at IS NULL OR given_at < now() - interval '20 seconds')"
          + " ORDER BY given_at NULLS FIRST LIMIT "
          + MOST_AT_ONCE
          + " FOR UPDATE SKIP LOCKED) RETURNING kiosk_id, channel, id, until, signed";

  private final Database database;
  private boolean ready;

  PostgresOrderStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(SentOrder order) throws IOException {
    transact(
        connection -> {
          if (order.desired()) {
            run(
                connection,
                "DELETE FROM kiosk_order WHERE kiosk_id = ? AND channel = ?",
                order.kioskId(),
                order.channel().name());
          }
          try (PreparedStatement sql =
              connection.prepareStatement(
                  "INSERT INTO kiosk_order (kiosk_id, channel, id, until, signed, given_at)"
                      + " VALUES (?, ?, ?, ?, ?, now())")) {
            sql.setString(1, order.kioskId());
            sql.setString(2, order.channel().name());
            sql.setString(3, order.id());
            if (order.until().equals(Instant.MAX)) {
              sql.setNull(4, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
              sql.setObject(4, order.until().atOffset(ZoneOffset.UTC));
            }
            sql.setBytes(5, order.signed());
            return sql.executeUpdate();
          }
        });
  }

  @Override
  public List<SentOrder> outstanding(Instant now) throws IOException {
    return transact(
        connection -> {
          try (PreparedStatement sql =
              connection.prepareStatement("DELETE FROM kiosk_order WHERE until < ?")) {
            sql.setObject(1, now.atOffset(ZoneOffset.UTC));
            sql.executeUpdate();
          }
          return orders(connection, GIVE);
        });
  }

  @Override
  public void settle(String kioskId, DownChannel channel, String id) throws IOException {
    transact(
        connection ->
            run(
                connection,
                "UPDATE kiosk_order SET settled = true WHERE kiosk_id = ? AND channel = ?"
                    + " AND id = ?",
                kioskId,
                channel.name(),
                id));
  }

  @Override
  public Optional<SentOrder> desired(String kioskId, DownChannel channel) throws IOException {
    List<SentOrder> found =
        transact(
            connection ->
                orders(
                    connection,
                    "SELECT kiosk_id, channel, id, until, signed FROM kiosk_order"
                        + " WHERE kiosk_id = ? AND channel = ? AND until IS NULL",
                    kioskId,
                    channel.name()));
    return found.stream().findFirst();
  }

  @Override
  public void answered(String kioskId, String json) throws IOException {
    transact(
        connection -> {
          run(
              connection,
              "INSERT INTO kiosk_answer (kiosk_id, answer) VALUES (?, ?)",
              kioskId,
              json);
          return run(
              connection,
              "DELETE FROM kiosk_answer WHERE kiosk_id = ? AND place <= (SELECT place FROM"
                  + " kiosk_answer WHERE kiosk_id = ? ORDER BY place DESC LIMIT 1 OFFSET "
                  + MOST_ANSWERS
                  + ")",
              kioskId,
              kioskId);
        });
  }

  @Override
  public List<String> answers(String kioskId) throws IOException {
    return transact(
        connection -> {
          List<String> answers = new ArrayList<>();
          try (PreparedStatement sql =
              connection.prepareStatement(
                  "SELECT answer FROM kiosk_answer WHERE kiosk_id = ? ORDER BY place")) {
            sql.setString(1, kioskId);
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                answers.add(row.getString(1));
              }
            }
          }
          return answers;
        });
  }

  @Override
  public void close() {
    database.close();
  }

  private synchronized <T> T transact(Database.Work<T> work) throws IOException {
    if (!ready) {
      database.transact(
          connection -> {
            try (Statement sql = connection.createStatement()) {
              sql.execute("SELECT pg_advisory_xact_lock(" + TURN + ")");
              return sql.execute(TABLES);
            }
          });
      ready = true;
    }
    return database.transact(work);
  }

  private static int run(Connection connection, String text, String... values) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        // The server's text holds no NUL.
        sql.setString(i + 1, values[i].replace('\0', '?'));
      }
      return sql.executeUpdate();
    }
  }

  private static List<SentOrder> orders(Connection connection, String text, String... values)
      throws SQLException {
    List<SentOrder> found = new ArrayList<>();
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        sql.setString(i + 1, values[i]);
      }
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          java.sql.Timestamp until = row.getTimestamp(4);
          found.add(
              new SentOrder(
                  row.getString(1),
                  DownChannel.valueOf(row.getString(2)),
                  row.getString(3),
                  until == null ? Instant.MAX : until.toInstant(),
                  row.getBytes(5)));
        }
      }
    }
    return found;
  }
}
