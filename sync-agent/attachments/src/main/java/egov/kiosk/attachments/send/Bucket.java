package egov.kiosk.attachments.send;

/**
 * The bandwidth cap: a debt that is paid back with time. A chunk may go when nothing is owed, so
 * that one larger than a second's worth can go too. Used by one thread.
 */
final class Bucket {
  private static final double SECOND = 1e9;

  private double owed;
  private long last;

  /** Nanoseconds until something may go; 0 for now. */
  long pause(long bytesPerSecond, long now) {
    if (bytesPerSecond == 0) {
      owed = 0;
    } else {
      owed = Math.max(0, owed - (now - last) / SECOND * bytesPerSecond);
    }
    last = now;
    return owed == 0 ? 0 : (long) Math.ceil(owed / bytesPerSecond * SECOND);
  }

  /** Notes what went, right after {@link #pause} said 0. */
  void spend(long bytes) {
    owed += bytes;
  }
}
