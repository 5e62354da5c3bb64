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
 * 0 is an empty file.
 */
public final class Schema {
  /** Marks the file as ours in SQLite's header: "EGKO". */
  public static final int APPLICATION_ID = 0x45474B4F;

  /** The page size of every file we make; the salvage relies on it. */
  public static final int PAGE_SIZE = 4096;

  private final List<List<String>> steps;
  private final RowsOf2 rows;

  /** The schema of this program, for whoever has no keys: files with rows are not renewed. */
  public Schema() {
    this(RowBox.closed());
  }

  /**
   * The schema of this program.
   *
   * @param box seals rows of files from before there were keys
   */
  public Schema(RowBox box) {
    this(SchemaSteps.ALL, box);
  }

  Schema(List<List<String>> steps) {
    this(steps, RowBox.closed());
  }

  private Schema(List<List<String>> steps, RowBox box) {
    this.steps = List.copyOf(steps);
    this.rows = new RowsOf2(box);
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
    try (Connection model = Connections.memory()) {
      migrate(model, version);
      return definitions(connection).equals(definitions(model));
    }
  }

  private static TreeSet<String> definitions(Connection connection) throws SQLException {
    TreeSet<String> found = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sql FROM sqlite_schema")) {
      while (row.next()) {
        found.add(String.valueOf(row.getString(1)));
      }
    }
    return found;
  }

  /**
   * Brings a file up to date in one transaction: after a failure it is as it was.
   *
   * @throws SQLException when it cannot be done
   */
  public void migrate(Connection connection) throws SQLException {
    migrate(connection, version());
  }

  private void migrate(Connection connection, int to) throws SQLException {
    int from = versionOf(connection);
    if (from >= to) {
      return;
    }
    List<String> statements = new ArrayList<>();
    steps.subList(from, to).forEach(statements::addAll);
    statements.add("PRAGMA application_id = " + APPLICATION_ID);
    statements.add("PRAGMA user_version = " + to);
    try (Statement statement = connection.createStatement()) {
      // What was readable in the file until now is overwritten and not only forgotten.
      statement.execute("PRAGMA secure_delete = ON");
      statement.execute("BEGIN IMMEDIATE");
      try {
        for (String sql : statements) {
          if (sql.equals(SchemaSteps.MOVE_ROWS)) {
            rows.move(connection);
          } else {
            statement.execute(sql);
          }
        }
        statement.execute("COMMIT");
        if (from > 0) {
          statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        statement.execute("PRAGMA secure_delete = FAST");
      } catch (SQLException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }
}
