package egov.kiosk.gateway.audit;

import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.gateway.postgres.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Heads and findings in PostgreSQL, for gateways on any number of machines: {@code SELECT head FROM
 * audit_anchor WHERE kiosk_id = '...' ORDER BY place} is the file {@code kiosk audit verify
 * --anchor} reads.
 */
final class PostgresAnchors implements AnchorBook {
  /** Whoever else wants to make the tables waits for its turn; the number means nothing. */
  private static final long TURN = 0x65676F76_0003L;

  /** The first number of the locks of single kiosks; it means nothing either. */
  private static final int PAGES = 0x65670004;

  private static final int MOST_FINDINGS = 1_000;
  private static final String TABLES =
      "CREATE TABLE IF NOT EXISTS audit_anchor (kiosk_id text NOT NULL, place integer NOT NULL,"
          + " head text NOT NULL, PRIMARY KEY (kiosk_id, place));"
          + " CREATE TABLE IF NOT EXISTS audit_finding (place bigserial PRIMARY KEY,"
          + " at timestamptz NOT NULL, kiosk_id text NOT NULL, judgement text NOT NULL,"
          + " detail text NOT NULL);"
          + " CREATE INDEX IF NOT EXISTS audit_finding_kiosk ON audit_finding (kiosk_id, place)";

  private final Database database;
  private boolean ready;

  PostgresAnchors(Database database) {
    this.database = database;
  }

  @Override
  public <T> T alone(String kioskId, Work<T> work) throws IOException {
    prepare();
    return database.transact(
        connection -> {
          try (PreparedStatement sql =
              connection.prepareStatement("SELECT pg_advisory_xact_lock(?, hashtext(?))")) {
            sql.setInt(1, PAGES);
            sql.setString(2, kioskId);
            sql.execute();
          }
          try {
            return work.run(new Rows(connection, kioskId));
          } catch (IOException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e);
          }
        });
  }

  @Override
  public void close() {
    database.close();
  }

  private synchronized void prepare() throws IOException {
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
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void step(Step step) throws IOException {
    try {
      step.run();
    } catch (SQLException e) {
      throw new IOException("the database did not do it", e);
    }
  }

  /** The page of one kiosk within a transaction. */
  private record Rows(Connection connection, String kioskId) implements Page {
    @Override
    public List<AuditAnchor> known() throws IOException {
      List<AuditAnchor> known = new ArrayList<>();
      step(
          () -> {
            try (PreparedStatement sql =
                connection.prepareStatement(
                    "SELECT head FROM audit_anchor WHERE kiosk_id = ? ORDER BY place")) {
              sql.setString(1, kioskId);
              try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                  AuditAnchor.parse(row.getString(1).getBytes(StandardCharsets.ISO_8859_1))
                      .ifPresent(known::add);
                }
              }
            }
          });
      return known;
    }

    @Override
    public void keep(List<AuditAnchor> anchors) throws IOException {
      step(
          () -> {
            change("DELETE FROM audit_anchor WHERE kiosk_id = ?", kioskId);
            int place = 0;
            for (AuditAnchor anchor : AnchorBook.newest(anchors)) {
              try (PreparedStatement sql =
                  connection.prepareStatement(
                      "INSERT INTO audit_anchor (kiosk_id, place, head) VALUES (?, ?, ?)")) {
                sql.setString(1, kioskId);
                sql.setInt(2, place++);
                sql.setString(3, anchor.json());
                sql.executeUpdate();
              }
            }
          });
    }

    @Override
    public void find(Instant at, Judgement judgement, String detail) throws IOException {
      step(
          () -> {
            try (PreparedStatement sql =
                connection.prepareStatement(
                    "INSERT INTO audit_finding (at, kiosk_id, judgement, detail)"
                        + " VALUES (?, ?, ?, ?)")) {
              sql.setObject(1, at.atOffset(ZoneOffset.UTC));
              sql.setString(2, kioskId);
              sql.setString(3, judgement.name());
              sql.setString(4, detail);
              sql.executeUpdate();
            }
            change(
                "DELETE FROM audit_finding WHERE kiosk_id = ? AND place <= (SELECT place FROM"
                    + " audit_finding WHERE kiosk_id = ? ORDER BY place DESC LIMIT 1 OFFSET "
                    + MOST_FINDINGS
                    + ")",
                kioskId,
                kioskId);
          });
    }

    private void change(String text, String... values) throws SQLException {
      try (PreparedStatement sql = connection.prepareStatement(text)) {
        for (int i = 0; i < values.length; i++) {
          sql.setString(i + 1, values[i]);
        }
        sql.executeUpdate();
      }
    }
  }
}
