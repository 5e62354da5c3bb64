package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Sorts SQLite's result codes into what they mean for the queue. */
public final class StoreFault {
  private static final int PRIMARY = 0xFF;

  private StoreFault() {}

  /** Whether the file itself is damaged, as opposed to the disk or the system failing. */
  public static boolean damaged(SQLException e) {
    return damaged(e.getErrorCode());
  }

  /** The same for a result code. */
  static boolean damaged(int code) {
    int primary = code & PRIMARY;
    return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ.code;
  }

  /**
   * Whether SQLite could not make sense of a file it was asked to look at for the first time. Only
   * then does its general error code speak of the file and not of the question.
   */
  public static boolean foreign(SQLException e) {
    return damaged(e) || primary(e) == SQLiteErrorCode.SQLITE_ERROR.code;
  }

  /** Whether there was no room. */
  public static boolean full(SQLException e) {
    return primary(e) == SQLiteErrorCode.SQLITE_FULL.code;
  }

  /** The failure in the queue's own words. */
  public static OutboxException translate(SQLException e) {
    if (full(e)) {
      return new OutboxException(Reason.FULL, "no room on the disk; free some", e);
    }
    if (damaged(e)) {
      return new OutboxException(
          Reason.IO,
          "the queue file may be damaged; it is looked at, and salvaged if it is; try again",
          e);
    }
    if (e instanceof KeysMissing) {
      return new OutboxException(Reason.IO, e.getMessage(), e);
    }
    if (e instanceof FileReplaced) {
      return new OutboxException(
          Reason.IO, "the queue's files were replaced while in use; they are being put right", e);
    }
    if (primary(e) == SQLiteErrorCode.SQLITE_READONLY.code) {
      return new OutboxException(
          Reason.IO, "the disk of the queue is read-only; make it writable again", e);
    }
    int code = e.getErrorCode();
    return new OutboxException(
        Reason.IO, "the disk or the queue file failed (SQLite " + code + "); check the disk", e);
  }

  private static int primary(SQLException e) {
    // Extended codes carry the primary one in their low byte.
    return e.getErrorCode() & PRIMARY;
  }
}
