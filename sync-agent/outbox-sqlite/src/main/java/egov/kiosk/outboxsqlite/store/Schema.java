package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the file looks like. Step <i>n</i> takes a file from version <i>n</i> to <i>n</i>+1; version
 * 0 is an empty file. A file of a newer version is used as well when it says so ({@link FileMark})
 * and is only more than what this program knows: so an update of the program can be undone.
 */
public final class Schema {
  /** Marks the file as ours in SQLite's header: "EGKO". */
  public static final int APPLICATION_ID = 0x45474B4F;

  /** The page size of every file we make; the salvage relies on it. */
  public static final int PAGE_SIZE = 4096;

  private final List<SchemaStep> steps;
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

  Schema(List<SchemaStep> steps) {
    this(steps, RowBox.closed());
  }

  /**
   * The schema of another version of the program.
   *
   * @param steps from an empty file on
   * @param box as above
   */
  public Schema(List<SchemaStep> steps, RowBox box) {
    this.steps = List.copyOf(steps);
    this.rows = new RowsOf2(box);
  }

  /** The version this program writes. */
  public int version() {
    return steps.size();
  }

  /** What this program writes into a file's header. */
  FileMark mark() {
    return mark(version());
  }

  private FileMark mark(int version) {
    return new FileMark(version, version == 0 ? 0 : steps.get(version - 1).oldest());
  }

  /**
   * Refuses a file that a program of this version must not touch.
   *
   * @param mark what the file says of itself
   * @throws OutboxException {@code TOO_NEW}
   */
  public void requireKnown(Connection connection, FileMark mark)
      throws SQLException, OutboxException {
    String why = "";
    if (mark.oldest() > version()) {
      why = "this program knows " + version();
    } else if (mark.version() > version() && !fits(connection, mark)) {
      why = "and not only more than version " + version() + ", which this program knows";
    }
    if (!why.isEmpty()) {
      throw new OutboxException(
          Reason.TOO_NEW,
          "the queue has version "
              + mark.version()
              + ", "
              + why
              + "; it is left as it is: install the newer program again");
    }
  }

  /**
   * Whether the file holds exactly the tables and indexes of its version, and nothing that could
   * run by itself: no trigger, no view, no virtual table. Of a newer version: whether it holds all
   * this program knows, and beside it nothing but {@link Additions}.
   */
  public boolean fits(Connection connection, FileMark mark) throws SQLException {
    int application = number(connection, "PRAGMA application_id");
    if (application != (mark.version() == 0 ? 0 : APPLICATION_ID)) {
      return false;
    }
    try (Connection model = Connections.memory()) {
      migrate(model, Math.min(mark.version(), version()));
      Map<String, String> known = definitions(model);
      Map<String, String> found = definitions(connection);
      return mark.version() > version()
          ? Additions.objection(known, found).isEmpty()
          : found.equals(known);
    }
  }

  private static int number(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(pragma)) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * The text of everything that is defined, by type and name. What SQLite makes by itself for a
   * primary key has no text.
   */
  static Map<String, String> definitions(Connection connection) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT type || ' ' || name, sql FROM sqlite_schema"
                    + " WHERE sql IS NOT NULL OR name NOT LIKE 'sqlite!_autoindex!_%' ESCAPE '!'")) {
      while (row.next()) {
        found.put(String.valueOf(row.getString(1)), String.valueOf(row.getString(2)));
      }
    }
    return found;
  }

  /**
   * Brings a file up to date in one transaction: after a failure it is as it was. One that is newer
   * stays as it is.
   *
   * @throws SQLException when it cannot be done
   */
  public void migrate(Connection connection) throws SQLException {
    migrate(connection, version());
  }

  private void migrate(Connection connection, int to) throws SQLException {
    int from = FileMark.of(connection).version();
    if (from >= to) {
      return;
    }
    List<String> statements = new ArrayList<>();
    steps.subList(from, to).forEach(step -> statements.addAll(step.statements()));
    statements.add("PRAGMA application_id = " + APPLICATION_ID);
    statements.add("PRAGMA user_version = " + mark(to).number());
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
