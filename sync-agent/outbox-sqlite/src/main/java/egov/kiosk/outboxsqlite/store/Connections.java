package egov.kiosk.outboxsqlite.store;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens the file, always with the settings that keep a prepared file from running anything:
 * extensions off, schema not trusted, cells checked for size.
 */
public final class Connections {
  private static final int BUSY_MILLIS = 5000;

  private Connections() {}

  /**
   * The one connection that writes: write-ahead log, and every commit synced to the disk before it
   * returns.
   */
  public static Connection writer(Path file) throws SQLException {
    SQLiteConfig config = guarded();
    config.setPageSize(Schema.PAGE_SIZE);
    config.setPragma(Pragma.JOURNAL_MODE, "WAL");
    config.setPragma(Pragma.SYNCHRONOUS, "FULL");
    config.setPragma(Pragma.FOREIGN_KEYS, "ON");
    config.setPragma(Pragma.WAL_AUTOCHECKPOINT, "1000");
    config.setPragma(Pragma.JOURNAL_SIZE_LIMIT, "8388608");
    config.setPragma(Pragma.TEMP_STORE, "MEMORY");
    return open(file, config, "PRAGMA secure_delete = FAST");
  }

  /**
   * Whether commits of the writing connection wait for the disk. The log is in order either way.
   */
  static void sync(Connection writer, boolean wait) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.execute("PRAGMA synchronous = " + (wait ? "FULL" : "NORMAL"));
    }
  }

  /**
   * A connection that fills a fresh file quickly; the caller syncs the file when it is complete.
   */
  public static Connection builder(Path file) throws SQLException {
    SQLiteConfig config = guarded();
    config.setPageSize(Schema.PAGE_SIZE);
    config.setPragma(Pragma.JOURNAL_MODE, "MEMORY");
    config.setPragma(Pragma.CACHE_SIZE, "-32768");
    config.setPragma(Pragma.SYNCHRONOUS, "OFF");
    return open(file, config, "PRAGMA temp_store = MEMORY");
  }

  /**
   * A connection that can only read and leaves every file as it is. Nothing but a file is opened:
   * SQLite would follow a link, and wait for ever for somebody to write into a pipe.
   */
  public static Connection reader(Path file) throws SQLException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new SQLException("no file", "", SQLiteErrorCode.SQLITE_CANTOPEN.code);
    }
    SQLiteConfig config = guarded();
    config.setReadOnly(true);
    return open(file, config, "PRAGMA query_only = ON");
  }

  /** An empty database that no file holds. */
  static Connection memory() throws SQLException {
    return open(Path.of(":memory:"), guarded(), "PRAGMA temp_store = MEMORY");
  }

  private static SQLiteConfig guarded() {
    SQLiteConfig config = new SQLiteConfig();
    config.enableLoadExtension(false);
    config.setBusyTimeout(BUSY_MILLIS);
    // Places are given out by us; the driver would ask for each one again.
    config.setGetGeneratedKeys(false);
    // A connection is used by one thread at a time; SQLite need not see to it.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setPragma(Pragma.LIMIT_ATTACHED, "0");
    return config;
  }

  private static Connection open(Path file, SQLiteConfig config, String last) throws SQLException {
    Properties properties = config.toProperties();
    Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute(last);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
