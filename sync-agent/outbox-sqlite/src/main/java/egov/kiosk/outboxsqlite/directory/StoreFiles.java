package egov.kiosk.outboxsqlite.directory;

import java.util.List;

/** The names of the database's files in the queue's directory. */
public final class StoreFiles {
  /** The database. */
  public static final String DATABASE = "outbox.db";

  /** Its write-ahead log. */
  public static final String LOG = DATABASE + "-wal";

  /** Its rollback journal; only a file that was put there from outside has one. */
  public static final String JOURNAL = DATABASE + "-journal";

  /** A fresh database while it is being filled from a damaged one. */
  public static final String SALVAGE = "salvage.db";

  /** The same when it is complete and only has to take the damaged one's place. */
  public static final String READY = "salvaged.db";

  /** The queue as it was before its schema was changed last. */
  public static final String FORMER = "former.db";

  /** Asks for a full check at the next start. */
  public static final String SUSPECT = "check-in-full";

  /** Asks the next start to take rows whose data keys are lost, without what is sealed in them. */
  public static final String WITHOUT_KEYS = "without-keys";

  /** Everything that makes up the database, and so goes aside together. */
  public static final List<String> SET = List.of(DATABASE, LOG, DATABASE + "-shm", JOURNAL);

  private StoreFiles() {}
}
