package egov.kiosk.outboxsqlite.store;

import egov.kiosk.outboxsqlite.store.MessageReader.CheckedRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Everything there is to check about a file. Used by one thread. */
public final class FullCheck implements AutoCloseable {
  private final Connection connection;
  private final MessageReader reader;

  public FullCheck(Path file) throws SQLException {
    connection = Connections.reader(file);
    try {
      reader = new MessageReader(file, RowBox.closed());
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * What is wrong with its pages and indexes, a sentence each.
   *
   * @param stop asked now and then; true ends the check
   */
  public List<String> pages(BooleanSupplier stop) throws SQLException {
    List<String> problems = new ArrayList<>();
    if (QuickCheck.full(connection, stop) == QuickCheck.Result.DAMAGED) {
      problems.add("the check of its pages and indexes failed");
    }
    return problems;
  }

  /** Rows behind a place, oldest first. */
  public List<CheckedRow> rows(long after, int limit) throws SQLException {
    return reader.all(after, limit);
  }

  /** How many places are written down as lost. */
  public long missing() throws SQLException {
    return number("SELECT coalesce(sum(last - first + 1), 0) FROM gap");
  }

  /** The highest place that is written down as lost. */
  public long lastMissing() throws SQLException {
    return number("SELECT coalesce(max(last), 0) FROM gap");
  }

  private long number(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    reader.close();
    connection.close();
  }
}
