package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a file says of itself in its header ({@code PRAGMA user_version}). The lower half is its
 * version, the upper half the oldest program that can go on with it; zero there means the version
 * itself, as in all files from before anything was added to them. A program from before this rule
 * sees a number that is too high, and leaves the file alone.
 *
 * @param version which schema it has; 0 is an empty file
 * @param oldest the lowest version a program must have to read and write it
 */
public record FileMark(int version, int oldest) {
  private static final int HALF = 16;
  private static final int LOWER = 0xFFFF;

  /** What stands in a file. */
  public static FileMark of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      row.next();
      return of(row.getInt(1));
    }
  }

  /** A number that no program writes is a version nobody knows. */
  static FileMark of(int number) {
    int version = number & LOWER;
    int oldest = number >>> HALF;
    return number > LOWER && oldest < version
        ? new FileMark(version, oldest)
        : new FileMark(number, number);
  }

  /** What is written into the header. */
  int number() {
    return oldest == version ? version : oldest << HALF | version;
  }
}
