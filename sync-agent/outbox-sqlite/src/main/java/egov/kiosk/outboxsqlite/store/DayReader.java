package egov.kiosk.outboxsqlite.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** One look at the file that does not change while it is looked at. Used by one thread. */
public final class DayReader implements AutoCloseable {
  private static final String DELIVERED =
      "SELECT id FROM message INDEXED BY message_delivered"
          + " WHERE state = 'DELIVERED' AND issued_at >= ? AND issued_at < ? ORDER BY id";

  private final Connection connection;

  public DayReader(Path file) throws SQLException {
    connection = Connections.reader(file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The numbers of the file. */
  public Census census() throws SQLException {
    return Census.take(connection);
  }

  /**
   * The ids of messages whose receipt was issued on the day, sorted.
   *
   * @return how many
   */
  public long delivered(LocalDate day, Consumer<String> sink) throws SQLException {
    long count = 0;
    try (PreparedStatement query = connection.prepareStatement(DELIVERED)) {
      query.setLong(1, start(day));
      query.setLong(2, start(day.plusDays(1)));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sink.accept(row.getString(1));
          count++;
        }
      }
    }
    return count;
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
