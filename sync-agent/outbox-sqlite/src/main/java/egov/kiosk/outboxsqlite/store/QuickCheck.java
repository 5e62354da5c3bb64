package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/** SQLite's own look at every page of a file, which can be told to stop. */
public final class QuickCheck {
  private static final int STEPS = 256;

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
        ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      return row.next() && row.getString(1).equals("ok") ? Result.SOUND : Result.DAMAGED;
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
}
