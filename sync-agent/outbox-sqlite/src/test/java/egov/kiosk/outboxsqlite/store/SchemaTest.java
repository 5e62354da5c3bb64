package egov.kiosk.outboxsqlite.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private static final SchemaStep FIRST =
      new SchemaStep(1, List.of("CREATE TABLE a (x ANY) STRICT"));
  private static final SchemaStep SECOND =
      new SchemaStep(2, List.of("CREATE TABLE b (y ANY) STRICT", "CREATE INDEX b_y ON b (y)"));

  @TempDir Path temp;

  @Test
  void migrate_olderFile_broughtUpToDate() throws Exception {
    Path file = temp.resolve("db");
    try (Connection connection = Connections.writer(file)) {
      new Schema(List.of(FIRST)).migrate(connection);
      assertEquals(1, FileMark.of(connection).version());
      Schema newer = new Schema(List.of(FIRST, SECOND));
      newer.migrate(connection);
      assertEquals(new FileMark(2, 2), FileMark.of(connection));
      assertTrue(newer.fits(connection, new FileMark(2, 2)));
      assertFalse(newer.fits(connection, new FileMark(1, 1)));
    }
  }

  @Test
  void migrate_stepFails_fileAsItWas() throws Exception {
    Path file = temp.resolve("db");
    Schema old = new Schema(List.of(FIRST));
    Schema bad =
        new Schema(
            List.of(
                FIRST,
                new SchemaStep(1, List.of("CREATE TABLE b (y ANY) STRICT", "CREATE TABLE a (z)"))));
    try (Connection connection = Connections.writer(file)) {
      old.migrate(connection);
      assertThrows(SQLException.class, () -> bad.migrate(connection));
      assertEquals(new FileMark(1, 1), FileMark.of(connection));
      assertTrue(old.fits(connection, new FileMark(1, 1)));
    }
  }

  @Test
  void writer_opened_hasTheSafeSettings() throws Exception {
    Path file = temp.resolve("db");
    try (Connection connection = Connections.writer(file)) {
      assertEquals("wal", pragma(connection, "journal_mode"));
      assertEquals("2", pragma(connection, "synchronous"));
      assertEquals("0", pragma(connection, "trusted_schema"));
      assertEquals("1", pragma(connection, "cell_size_check"));
      assertEquals("1", pragma(connection, "foreign_keys"));
      assertEquals("2", pragma(connection, "secure_delete"));
      assertEquals("4096", pragma(connection, "page_size"));
      refused(connection, "ATTACH DATABASE '" + temp.resolve("other") + "' AS other");
      refused(connection, "SELECT load_extension('x')");
    }
    try (Connection connection = Connections.reader(file)) {
      assertEquals("0", pragma(connection, "trusted_schema"));
      refused(connection, "CREATE TABLE t (x)");
    }
  }

  private static void refused(Connection connection, String sql) {
    assertThrows(SQLException.class, () -> connection.createStatement().execute(sql), sql);
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
