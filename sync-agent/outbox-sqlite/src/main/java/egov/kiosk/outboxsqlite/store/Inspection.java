package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.directory.Suspicion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The first look at what lies in the directory, on a connection that changes nothing. It costs
 * about the same for a large queue as for a small one: the full check has a time limit, the counts
 * come from small indexes.
 *
 * @param verdict what to do with the file
 * @param why what is wrong, for {@code DAMAGED}; what is special, otherwise
 */
public record Inspection(Verdict verdict, String why) {
  /** What to do. */
  public enum Verdict {
    /** There is no queue yet: make one. */
    NEW,
    /** Use it. */
    SOUND,
    /** Use it, but nobody has looked at all of it yet. */
    PARTLY_CHECKED,
    /** Set it aside and salvage what is in it. */
    DAMAGED
  }

  /**
   * Looks.
   *
   * @param keys refuses a file of another machine before anything is done about it
   * @param highWater the highest place noted outside of the file
   * @param limit how long the full check may take; it takes as long as it needs after a suspicion
   * @throws OutboxException {@code TOO_NEW} for a file of a newer program that this one must not
   *     touch, {@code IO} when the disk failed; nothing was changed
   */
  public static Inspection of(
      StateDirectory directory, Schema schema, Keys keys, long highWater, Duration limit)
      throws OutboxException {
    if (directory.has(StoreFiles.JOURNAL)) {
      return damaged("there is a rollback journal, which this queue never has");
    }
    if (directory.size(StoreFiles.DATABASE) == 0) {
      boolean never = highWater == 0 && directory.size(StoreFiles.LOG) == 0;
      return never ? new Inspection(Verdict.NEW, "") : damaged("the database file is gone");
    }
    try (Connection reader = Connections.reader(directory.file(StoreFiles.DATABASE))) {
      Suspicion suspicion = new Suspicion(directory);
      boolean all = suspicion.any();
      long start = System.nanoTime();
      return look(
          reader,
          schema,
          keys,
          highWater,
          suspicion.certain(),
          all,
          () -> System.nanoTime() - start > limit.toNanos());
    } catch (SQLException e) {
      if (StoreFault.foreign(e)) {
        return damaged("SQLite cannot read it (code " + e.getErrorCode() + ")");
      }
      throw StoreFault.translate(e);
    }
  }

  private static Inspection look(
      Connection reader,
      Schema schema,
      Keys keys,
      long highWater,
      boolean known,
      boolean all,
      BooleanSupplier stop)
      throws SQLException, OutboxException {
    FileMark mark = FileMark.of(reader);
    int version = mark.version();
    schema.requireKnown(reader, mark);
    if (version < 0 || !schema.fits(reader, mark)) {
      return damaged("its tables are not the queue's");
    }
    if (version == 0) {
      return highWater == 0 ? new Inspection(Verdict.NEW, "") : damaged("the file is empty");
    }
    if (!keys.fit(reader, version)) {
      return damaged("it names keys that nothing in it is sealed under");
    }
    if (known) {
      return damaged("damage was met while working");
    }
    boolean old = version < schema.version();
    // What is about to be rewritten as a whole is looked at as a whole, however long it takes.
    QuickCheck.Result check =
        all
            ? QuickCheck.full(reader, () -> false)
            : QuickCheck.run(reader, old ? () -> false : stop);
    if (check == QuickCheck.Result.DAMAGED) {
      return damaged("the check of its pages failed");
    }
    Census census = version == 1 ? Census.ofVersion1(reader) : Census.take(reader);
    return agree(census, highWater, check);
  }

  private static Inspection agree(Census census, long highWater, QuickCheck.Result check) {
    if (census.last() < highWater) {
      return damaged(
          "it is older than it was: it ends at " + census.last() + ", not at " + highWater);
    }
    if (!census.complete()) {
      return damaged("rows are missing from it");
    }
    return check == QuickCheck.Result.SOUND
        ? new Inspection(Verdict.SOUND, "")
        : new Inspection(Verdict.PARTLY_CHECKED, "");
  }

  private static Inspection damaged(String why) {
    return new Inspection(Verdict.DAMAGED, why);
  }
}
