package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.release.Draft;
import egov.kiosk.updates.slot.SlotName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 27 to 29: a real SQLite file between two versions of the program. */
class SchemaRowsTest {
  @TempDir Path home;
  private Kiosk kiosk;

  @BeforeEach
  void machine() throws Exception {
    kiosk = new Kiosk(home);
    try (Connection queue = open()) {
      run(
          queue,
          "PRAGMA journal_mode = WAL",
          "CREATE TABLE message (sequence INTEGER PRIMARY KEY, seal BLOB)",
          "INSERT INTO message (seal) VALUES (x'01'), (x'02'), (x'03')",
          "PRAGMA user_version = 3");
    }
    kiosk.install(versions(1, 3, 4));
  }

  private static Draft versions(long version, long from, long to) {
    return new Draft(version, "1." + version, "amd64", List.of(), 0, List.of(), from, to);
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + kiosk.places.queue());
  }

  private static void run(Connection queue, String... statements) throws SQLException {
    try (Statement statement = queue.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private int count(Connection queue) throws SQLException {
    try (Statement statement = queue.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM message")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void row27_migrationCutInside_fileIsAsBeforeAndTheOldSlotReadsIt() throws Exception {
    kiosk.publish(versions(2, 3, 4));
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    Path copy = home.resolve("cut.db");
    try (Connection queue = open()) {
      run(
          queue,
          "BEGIN IMMEDIATE",
          "ALTER TABLE message ADD COLUMN note TEXT",
          "PRAGMA user_version = 4");
      // What the disk holds at this moment is what a kill in here leaves.
      Files.copy(kiosk.places.queue(), copy);
      Files.copy(home.resolve("outbox.db-wal"), home.resolve("cut.db-wal"));
      run(queue, "ROLLBACK");
    }
    Files.copy(copy, kiosk.places.queue(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    kiosk.updater().giveUp("migration");
    assertEquals(SlotName.A, kiosk.updater().prestart());
    try (Connection queue = open()) {
      assertEquals(3, count(queue));
    }
  }

  @Test
  void row28_rollbackAfterAnAddingMigration_oldSlotRunsAndNothingIsLost() throws Exception {
    kiosk.publish(versions(2, 3, 4));
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    try (Connection queue = open()) {
      run(
          queue,
          "BEGIN IMMEDIATE",
          "ALTER TABLE message ADD COLUMN note TEXT",
          "PRAGMA user_version = 4",
          "COMMIT");
      kiosk.updater().giveUp("health");
      // Still open, so that the new version number is only in the write-ahead log.
      assertTrue(Files.size(home.resolve("outbox.db-wal")) > 0);
      assertEquals(SlotName.A, kiosk.updater().prestart());
      assertEquals(3, count(queue));
    }
  }

  @Test
  void row28_fileSaysWhoCanGoOn_slotThatDoesNotKnowItsVersionIsStarted() throws Exception {
    kiosk.publish(versions(2, 3, 6));
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    try (Connection queue = open()) {
      run(queue, "PRAGMA user_version = " + (4 << 16 | 6));
      kiosk.updater().giveUp("health");
      assertEquals(SlotName.A, kiosk.updater().prestart());
      run(queue, "PRAGMA user_version = " + (5 << 16 | 6));
      assertEquals(SlotName.FACTORY, kiosk.updater().prestart());
    }
  }

  @Test
  void row29_slotCannotOpenTheQueue_isNotStarted() throws Exception {
    kiosk.install(versions(2, 3, 5));
    try (Connection queue = open()) {
      run(queue, "PRAGMA user_version = 5");
      // Version 2 is damaged; version 1 opens 3 to 4 only and must not be tried on it.
      Files.delete(kiosk.places.slot(SlotName.B).resolve("conf/jvm.args"));
      assertEquals(SlotName.FACTORY, kiosk.updater().prestart());
    }
    assertTrue(kiosk.state().trouble().contains("queue has version 5"), kiosk.state().trouble());
  }

  @Test
  void row29_updateThatCannotOpenTheQueue_isNotBegun() throws Exception {
    kiosk.publish(versions(2, 1, 2));
    kiosk.updater().install(kiosk.places.download());
    var refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            egov.kiosk.updates.UpdateRefusedException.class, () -> kiosk.updater().begin());
    assertEquals(egov.kiosk.updates.Refusal.SCHEMA, refused.refusal());
    assertEquals(SlotName.A, kiosk.updater().prestart());
  }
}
