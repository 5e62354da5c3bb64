package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the file looks like. Step <i>n</i> takes a file from version <i>n</i> to <i>n</i>+1; version
 * 0 is an empty file. A published step is never changed.
 */
public final class Schema {
  /** Marks the file as ours in SQLite's header: "EGKO". */
  public static final int APPLICATION_ID = 0x45474B4F;

  /** The page size of every file we make; the salvage relies on it. */
  public static final int PAGE_SIZE = 4096;

  private static final List<String> VERSION_1 =
      List.of(
          """
          CREATE TABLE message (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            sm3 TEXT NOT NULL,
            length INTEGER NOT NULL,
            queued_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            state TEXT NOT NULL,
            settled_at INTEGER,
            number TEXT,
            reason TEXT,
            seal BLOB NOT NULL,
            bytes BLOB
          ) STRICT""",
          "CREATE UNIQUE INDEX message_id ON message (id)",
          "CREATE INDEX message_pending ON message (sequence) WHERE state = 'PENDING'",
          "CREATE INDEX message_dead ON message (sequence) WHERE state = 'DEAD_LETTER'",
          """
          CREATE TABLE gap (
            first INTEGER PRIMARY KEY,
            last INTEGER NOT NULL,
            noted_at INTEGER NOT NULL
          ) STRICT""");

  private final List<List<String>> steps;

  /** The schema of this program. */
  public Schema() {
    this(List.of(VERSION_1));
  }

  Schema(List<List<String>> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The version this program writes. */
  public int version() {
    return steps.size();
  }

  /** The version a file says it has. */
  public static int versionOf(Connection connection) throws SQLException {
    return number(connection, "PRAGMA user_version");
  }

  private static int number(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(pragma)) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * Whether the file holds exactly the tables and indexes of the version, and nothing that could
   * run by itself: no trigger, no view, no virtual table.
   */
  public boolean fits(Connection connection, int version) throws SQLException {
    int mark = number(connection, "PRAGMA application_id");
    if (mark != (version == 0 ? 0 : APPLICATION_ID)) {
      return false;
    }
    TreeSet<String> expected = new TreeSet<>();
    steps.subList(0, version).forEach(expected::addAll);
    TreeSet<String> found = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sql FROM sqlite_schema")) {
      while (row.next()) {
        found.add(String.valueOf(row.getString(1)));
      }
    }
    return found.equals(expected);
  }

  /**
   * Brings a file up to date in one transaction: after a failure it is as it was.
   *
   * @throws SQLException when it cannot be done
   */
  public void migrate(Connection connection) throws SQLException {
    int from = versionOf(connection);
    if (from >= version()) {
      return;
    }
    List<String> statements = new ArrayList<>();
    steps.subList(from, version()).forEach(statements::addAll);
    statements.add("PRAGMA application_id = " + APPLICATION_ID);
    statements.add("PRAGMA user_version = " + version());
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        for (String sql : statements) {
          statement.execute(sql);
        }
        statement.execute("COMMIT");
      } catch (SQLException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }
}
