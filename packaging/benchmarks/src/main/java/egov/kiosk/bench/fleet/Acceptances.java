package egov.kiosk.bench.fleet;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What the gateway's database says it took.
 *
 * @param rows transactions
 * @param ids of them
 * @param numbers how many different acceptance numbers they have
 */
record Acceptances(long rows, Set<String> ids, long numbers) {
  static Acceptances of(String store) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:" + store);
        Statement sql = connection.createStatement()) {
      try (ResultSet row = sql.executeQuery("SELECT id FROM accepted WHERE kind = 'item'")) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
      return new Acceptances(
          number(sql, "SELECT count(*) FROM accepted WHERE kind = 'item'"),
          ids,
          number(sql, "SELECT count(DISTINCT acceptance_number) FROM accepted"));
    }
  }

  /** One number the database is asked for. */
  static long number(String store, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:" + store);
        Statement sql = connection.createStatement()) {
      return number(sql, query);
    }
  }

  private static long number(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
