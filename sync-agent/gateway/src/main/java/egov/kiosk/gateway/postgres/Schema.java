package egov.kiosk.gateway.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Makes the tables, or brings those of an earlier version forward, in one transaction. */
final class Schema {
  /** What this program knows: {@code schema-1.sql} up to {@code schema-<LATEST>.sql}. */
  static final int LATEST = 1;

  /** Whoever else wants to do this waits for its turn; the number means nothing. */
  private static final long TURN = 0x65676F76_0001L;

  private Schema() {}

  /**
   * Brings the schema to {@link #LATEST}.
   *
   * @return the store's identity, drawn when its tables were made
   * @throws SQLException with state 0A000 when the tables are a newer program's; nothing is touched
   */
  static UUID bring(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("SELECT pg_advisory_xact_lock(" + TURN + ")");
      sql.execute(
          "CREATE TABLE IF NOT EXISTS gateway_schema"
              + " (one smallint PRIMARY KEY CHECK (one = 1), version integer NOT NULL,"
              + " store uuid NOT NULL)");
    }
    int version = version(connection);
    if (version > LATEST) {
      throw new SQLException(
          "the tables are of version " + version + ", this program knows " + LATEST, "0A000");
    }
    for (int next = version + 1; next <= LATEST; next++) {
      run(connection, script(next));
    }
    if (version == 0) {
      begin(connection);
    } else if (version < LATEST) {
      run(connection, "UPDATE gateway_schema SET version = " + LATEST);
    }
    return store(connection);
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT version FROM gateway_schema")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static UUID store(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT store FROM gateway_schema")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private static void begin(Connection connection) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("INSERT INTO gateway_schema VALUES (1, ?, ?)")) {
      sql.setInt(1, LATEST);
      sql.setObject(2, UUID.randomUUID());
      sql.executeUpdate();
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(script);
    }
  }

  private static String script(int version) throws SQLException {
    String name = "schema-" + version + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SQLException("the program lacks its own file " + name, "0A000", e);
    }
  }
}
