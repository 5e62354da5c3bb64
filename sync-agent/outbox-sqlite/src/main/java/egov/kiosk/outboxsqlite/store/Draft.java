package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.DeliveryState;

/**
 * The tally as it will be once the transaction under way is durable. Bytes in use are estimated, on
 * the high side, and counted only now and then. Used by one thread.
 */
final class Draft {
  private static final long MOST_ESTIMATED = 256 * 1024;

  private final long estimated;
  private Tally tally = new Tally(0, 0, 0, 0, 0);
  private long counted;
  private boolean moved;

  Draft(long quotaBytes) {
    estimated = Math.min(MOST_ESTIMATED, quotaBytes / 64);
  }

  Tally tally() {
    return tally;
  }

  void reset(Tally durable) {
    tally = durable;
    moved = false;
  }

  void appended(long sequence, long bytes) {
    tally = tally.appended(sequence, bytes);
  }

  void moved(String from, String to) {
    moved = true;
    tally = tally.moved(from, DeliveryState.valueOf(to));
  }

  /** Whether it is time to count the bytes in use again. */
  boolean vague() {
    return moved || tally.usedBytes() - counted > estimated;
  }

  void using(long bytes) {
    tally = tally.using(bytes);
    counted = bytes;
    moved = false;
  }
}
