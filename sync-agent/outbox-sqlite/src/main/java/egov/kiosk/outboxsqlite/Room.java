package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.outboxsqlite.directory.Reserve;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.store.Tally;

/** How much room there is, on the disk and in the quota. */
final class Room {
  private static final long MIB = 1024 * 1024;

  /** Twice what the log may grow to: emptying it takes as much room in the database. */
  private static final long RESERVE = 8 * MIB;

  private final StateDirectory directory;
  private final OutboxSettings settings;
  private final Reserve reserve;

  Room(StateDirectory directory, OutboxSettings settings) {
    this.directory = directory;
    this.settings = settings;
    this.reserve = new Reserve(directory, Math.min(RESERVE, settings.minFreeBytes()));
  }

  boolean enoughOnDisk() {
    return freeBytes() >= settings.minFreeBytes();
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
