package egov.kiosk.outboxsqlite.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rule between a version of the queue's file and the one before (N-1): whoever changes the
 * schema meets it here. {@code released/N.sql} is what version N looks like, written once.
 */
class ReleasedSchemasTest {
  /** The last one that changed what was there. */
  private static final int CHANGED = 3;

  private static Map<String, String> ofVersion(int version) throws SQLException {
    try (Connection memory = Connections.memory()) {
      new Schema(SchemaSteps.ALL.subList(0, version)).migrate(memory);
      return Schema.definitions(memory);
    }
  }

  @Test
  void everyVersion_isAsItWasReleased() throws Exception {
    for (int version = 1; version <= SchemaSteps.ALL.size(); version++) {
      String name = "/released/" + version + ".sql";
      try (InputStream file = getClass().getResourceAsStream(name)) {
        assertNotNull(file, name + " is missing: write it when a version is released");
        StringBuilder text = new StringBuilder();
        ofVersion(version)
            .forEach(
                (what, sql) -> text.append("-- ").append(what).append('\n').append(sql + ";\n"));
        assertEquals(
            new String(file.readAllBytes(), StandardCharsets.UTF_8),
            text.toString(),
            "a released version is never changed: add a step");
      }
    }
  }

  @Test
  void everyVersion_theOneBeforeGoesOnWithIt() throws Exception {
    for (int version = 1; version <= SchemaSteps.ALL.size(); version++) {
      int oldest = SchemaSteps.ALL.get(version - 1).oldest();
      assertTrue(
          version <= CHANGED ? oldest == version : oldest < version && oldest >= CHANGED,
          "version " + version + " must name a version before it as the oldest");
      for (int former = oldest; former < version; former++) {
        assertEquals(
            Optional.empty(),
            Additions.objection(ofVersion(former), ofVersion(version)),
            "version " + version + " does not only add to version " + former);
      }
    }
  }

  @Test
  void mark_writtenAndReadAgain_andOldNumbersMeanThemselves() {
    assertEquals(3, new FileMark(3, 3).number());
    assertEquals(new FileMark(3, 3), FileMark.of(3));
    for (int version = 1; version < 50; version++) {
      for (int oldest = 1; oldest <= version; oldest++) {
        FileMark mark = new FileMark(version, oldest);
        assertEquals(mark, FileMark.of(mark.number()));
      }
    }
    // Nobody writes these: nobody knows them.
    for (int number : List.of(-1, Integer.MIN_VALUE, 5 << 16 | 4, 4 << 16 | 4, 7 << 16)) {
      assertEquals(new FileMark(number, number), FileMark.of(number));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE message ADD COLUMN note TEXT",
        "ALTER TABLE message ADD COLUMN tries INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE message ADD COLUMN word TEXT NOT NULL DEFAULT 'none'",
        "ALTER TABLE message ADD COLUMN a INTEGER; ALTER TABLE message ADD COLUMN b BLOB",
        "CREATE INDEX message_queued ON message (queued_at)",
        "CREATE INDEX message_some ON message (lane, queued_at) WHERE state = 'PENDING'",
        "CREATE TABLE extra (id TEXT PRIMARY KEY, many INTEGER NOT NULL DEFAULT 0) STRICT",
        "CREATE TABLE extra (id INTEGER PRIMARY KEY, what BLOB NOT NULL) STRICT"
      })
  void somethingAdded_theVersionBeforeGoesOn(String statements) throws Exception {
    assertEquals(Optional.empty(), judged(statements));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE message DROP COLUMN kind",
        "ALTER TABLE message RENAME COLUMN kind TO sort",
        "ALTER TABLE message ADD COLUMN note TEXT CHECK (length(bytes) > 9)",
        "ALTER TABLE message ADD COLUMN note TEXT REFERENCES rest_key (id)",
        "ALTER TABLE message ADD COLUMN half INTEGER AS (length / 2) VIRTUAL",
        "ALTER TABLE message ADD COLUMN word TEXT DEFAULT (hex(randomblob(4)))",
        "ALTER TABLE message RENAME TO messages",
        "DROP TABLE gap",
        "DROP INDEX message_dead",
        "DROP INDEX message_dead; CREATE INDEX message_dead ON message (sequence)",
        "CREATE UNIQUE INDEX message_lane ON message (lane)",
        "CREATE INDEX message_size ON message (length(bytes))",
        "CREATE INDEX message_big ON message (lane) WHERE length(bytes) > 9",
        "CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM message; END",
        "CREATE VIEW v AS SELECT * FROM message",
        "CREATE VIRTUAL TABLE v USING fts5(x)",
        "CREATE TABLE extra (id TEXT PRIMARY KEY REFERENCES rest_key (id)) STRICT",
        "CREATE TABLE extra (x)"
      })
  void somethingChanged_isFound(String statements) throws Exception {
    assertTrue(judged(statements).isPresent(), statements);
  }

  /** What the rule says of the newest version with these behind it. */
  private static Optional<String> judged(String statements) throws SQLException {
    List<SchemaStep> steps = new ArrayList<>(SchemaSteps.ALL);
    try (Connection memory = Connections.memory();
        Statement statement = memory.createStatement()) {
      new Schema(steps).migrate(memory);
      Map<String, String> before = new LinkedHashMap<>(Schema.definitions(memory));
      String[] parts =
          statements.contains("BEGIN") ? new String[] {statements} : statements.split(";");
      for (String part : parts) {
        statement.execute(part);
      }
      return Additions.objection(before, Schema.definitions(memory));
    }
  }
}
