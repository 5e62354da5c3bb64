package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/** SQLite's own look at every page of a file, which can be told to stop. */
public final class QuickCheck {
  private static final int STEPS = 256;

  // A page the disk would not give is a finding to SQLite; to us it says nothing about the page.
  private static final Pattern UNREADABLE =
      Pattern.compile("failed to get page|out of memory|error code[ =]+([0-9]{1,9})");

  /** What it found. */
  public enum Result {
    SOUND,
    DAMAGED,
    /** Stopped before the end; nothing wrong so far. */
    UNFINISHED
  }

  private QuickCheck() {}

  /**
   * Checks the file.
   *
   * @param stop asked now and then; true ends the check
   */
  public static Result run(Connection connection, BooleanSupplier stop) throws SQLException {
    return run(connection, "PRAGMA quick_check(1)", stop);
  }

  /** The same with a look at what the indexes hold. */
  public static Result full(Connection connection, BooleanSupplier stop) throws SQLException {
    return run(connection, "PRAGMA integrity_check(1)", stop);
  }

  private static Result run(Connection connection, String check, BooleanSupplier stop)
      throws SQLException {
    ProgressHandler.setHandler(
        connection,
        STEPS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return stop.getAsBoolean() ? 1 : 0;
          }
        });
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(check)) {
      String found = row.next() ? row.getString(1) : "";
      if (unreadable(found)) {
        throw new SQLException(found, "", SQLiteErrorCode.SQLITE_IOERR_READ.code);
      }
      return found.equals("ok") ? Result.SOUND : Result.DAMAGED;
    } catch (SQLException e) {
      if (e.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
        return Result.UNFINISHED;
      }
      if (StoreFault.damaged(e)) {
        return Result.DAMAGED;
      }
      throw e;
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  private static boolean unreadable(String found) {
    Matcher matcher = UNREADABLE.matcher(found);
    return matcher.find()
        && (matcher.group(1) == null || !StoreFault.damaged(Integer.parseInt(matcher.group(1))));
  }
}
