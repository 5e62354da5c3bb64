package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.outboxsqlite.directory.Reserve;
import egov.kiosk.outboxsqlite.directory.SpareFiles;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.store.Tally;
import java.time.Duration;

/** How much room there is, on the disk and in the quota. */
final class Room {
  private static final long MIB = 1024 * 1024;

  /** Twice what the log may grow to: emptying it takes as much room in the database. */
  private static final long RESERVE = 8 * MIB;

  /** A trial is a write to the flash, every page asks, and inodes do not run out in a moment. */
  private static final long BETWEEN_TRIALS = Duration.ofSeconds(20).toNanos();

  /** Where none fits, citizens wait for the next trial. */
  private static final long WHILE_FULL = Duration.ofSeconds(2).toNanos();

  private final StateDirectory directory;
  private final OutboxSettings settings;
  private final Reserve reserve;
  private final SpareFiles files;
  private long tried;
  private boolean another = true;

  Room(StateDirectory directory, OutboxSettings settings) {
    this.directory = directory;
    this.settings = settings;
    this.reserve = new Reserve(directory, Math.min(RESERVE, settings.minFreeBytes()));
    this.files = new SpareFiles(directory);
    this.tried = System.nanoTime() - BETWEEN_TRIALS;
  }

  boolean enoughOnDisk() {
    return freeBytes() >= settings.minFreeBytes();
  }

  /** Whether the disk takes another file, as of a moment ago. */
  synchronized boolean takesFiles() {
    long now = System.nanoTime();
    if (now - tried >= (another ? BETWEEN_TRIALS : WHILE_FULL)) {
      tried = now;
      boolean before = another;
      another = files.anotherFits();
      if (another && !before) {
        saveUp();
      }
    }
    return another;
  }

  Fill fill(Tally tally) {
    return new Fill(tally.usedBytes(), settings.quotaBytes());
  }

  long freeBytes() {
    return directory.path().toFile().getUsableSpace();
  }

  long minFreeBytes() {
    return settings.minFreeBytes();
  }

  /** Puts space aside while there is plenty. */
  void saveUp() {
    if (enoughOnDisk()) {
      reserve.restore();
    }
  }

  /**
   * Gives up what was put aside.
   *
   * @return whether there was any
   */
  boolean spend() {
    return reserve.release();
  }
}
