package egov.kiosk.outboxsqlite.store;

import java.util.List;

/**
 * The steps from an empty file to this program's. A published step is never changed. From version 4
 * on a step only adds ({@link Additions}) and names the version before as the oldest, so that an
 * update can be undone; what is no longer needed goes two versions after it was last used. Rows go
 * on being sealed as version 3 seals them: a new column is bound to nothing, and a row without it
 * is a row of the version before. Tests hold all this.
 */
final class SchemaSteps {
  private static final List<String> VERSION_1 =
      List.of(
          """
          CREATE TABLE message (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            sm3 TEXT NOT NULL,
            length INTEGER NOT NULL,
            queued_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            state TEXT NOT NULL,
            settled_at INTEGER,
            number TEXT,
            reason TEXT,
            seal BLOB NOT NULL,
            bytes BLOB
          ) STRICT""",
          "CREATE UNIQUE INDEX message_id ON message (id)",
          "CREATE INDEX message_pending ON message (sequence) WHERE state = 'PENDING'",
          "CREATE INDEX message_dead ON message (sequence) WHERE state = 'DEAD_LETTER'",
          """
          CREATE TABLE gap (
            first INTEGER PRIMARY KEY,
            last INTEGER NOT NULL,
            noted_at INTEGER NOT NULL
          ) STRICT""");

  /**
   * Labels, the time in the receipt, retries. The table is made anew and not added to: columns
   * behind the bytes would be lost with the last page of a large message. The newest rows are in no
   * index by id, lane and slip number: {@link Tail}.
   */
  private static final List<String> VERSION_2 =
      List.of(
          "DROP INDEX message_id",
          "DROP INDEX message_pending",
          "DROP INDEX message_dead",
          "ALTER TABLE message RENAME TO message_1",
          """
          CREATE TABLE message (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            lane TEXT NOT NULL,
            order_key TEXT,
            local_number TEXT,
            sm3 TEXT NOT NULL,
            length INTEGER NOT NULL,
            queued_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            filed INTEGER NOT NULL,
            state TEXT NOT NULL,
            retries INTEGER NOT NULL,
            settled_at INTEGER,
            issued_at INTEGER,
            number TEXT,
            reason TEXT,
            seal BLOB NOT NULL,
            bytes BLOB
          ) STRICT""",
          """
          INSERT INTO message (sequence, id, kind, item, lane, sm3, length, queued_at, attempts,
              filed, state, retries, settled_at, number, reason, seal, bytes)
            SELECT sequence, id, kind, item, 'NORMAL', sm3, length, queued_at, attempts,
              1, state, 0, settled_at, number, reason, seal, bytes
            FROM message_1 ORDER BY sequence""",
          "DROP TABLE message_1",
          "CREATE UNIQUE INDEX message_id ON message (id) WHERE filed = 1",
          "CREATE INDEX message_pending ON message (lane) WHERE filed = 1 AND state = 'PENDING'",
          "CREATE INDEX message_dead ON message (sequence) WHERE state = 'DEAD_LETTER'",
          "CREATE INDEX message_delivered ON message (issued_at) WHERE state = 'DELIVERED'",
          "CREATE INDEX message_number ON message (local_number)"
              + " WHERE filed = 1 AND local_number IS NOT NULL");

  /** Where rows go from {@code message_2} into {@code message}, one by one: {@link RowsOf2}. */
  static final String MOVE_ROWS = "-- rows of version 2 are sealed here";

  /**
   * Item, order key, official number and reason go into a sealed column, which every other column
   * is bound to. {@code labelled} is 1 while it holds anything that leads to a person.
   */
  private static final List<String> VERSION_3 =
      List.of(
          "DROP INDEX message_id",
          "DROP INDEX message_pending",
          "DROP INDEX message_dead",
          "DROP INDEX message_delivered",
          "DROP INDEX message_number",
          "ALTER TABLE message RENAME TO message_2",
          """
          CREATE TABLE message (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            lane TEXT NOT NULL,
            local_number TEXT,
            sm3 TEXT NOT NULL,
            length INTEGER NOT NULL,
            queued_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            filed INTEGER NOT NULL,
            state TEXT NOT NULL,
            retries INTEGER NOT NULL,
            settled_at INTEGER,
            issued_at INTEGER,
            labelled INTEGER NOT NULL,
            box BLOB NOT NULL,
            seal BLOB NOT NULL,
            bytes BLOB
          ) STRICT""",
          """
          CREATE TABLE rest_key (
            id TEXT PRIMARY KEY
          ) STRICT, WITHOUT ROWID""",
          MOVE_ROWS,
          "DROP TABLE message_2",
          "CREATE UNIQUE INDEX message_id ON message (id) WHERE filed = 1",
          "CREATE INDEX message_pending ON message (lane) WHERE filed = 1 AND state = 'PENDING'",
          "CREATE INDEX message_dead ON message (sequence) WHERE state = 'DEAD_LETTER'",
          "CREATE INDEX message_delivered ON message (issued_at) WHERE state = 'DELIVERED'",
          "CREATE INDEX message_number ON message (local_number)"
              + " WHERE filed = 1 AND local_number IS NOT NULL");

  static final List<SchemaStep> ALL =
      List.of(
          new SchemaStep(1, VERSION_1), new SchemaStep(2, VERSION_2), new SchemaStep(3, VERSION_3));

  private SchemaSteps() {}
}
