package egov.kiosk.outboxsqlite;

import egov.kiosk.outboxsqlite.directory.Reserve;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.store.Tally;

/** How much room there is, on the disk and in the quota. */
final class Room {
  private static final long MIB = 1024 * 1024;
  private static final long RESERVE = 4 * MIB;

  /** What a transaction under way may still need when new business is stopped. */
  private static final long HEADROOM = MIB / 4;

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

  boolean enoughInQuota(Tally tally) {
    return tally.usedBytes() + HEADROOM <= settings.quotaBytes();
  }

  long freeBytes() {
    return directory.path().toFile().getUsableSpace();
  }

  long minFreeBytes() {
    return settings.minFreeBytes();
  }

  long quotaBytes() {
    return settings.quotaBytes();
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
