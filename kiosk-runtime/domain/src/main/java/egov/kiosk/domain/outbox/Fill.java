package egov.kiosk.domain.outbox;

/**
 * How full the queue is. Its capacity is counted in bytes, never in messages.
 *
 * @param usedBytes what is in use
 * @param capacityBytes what may be used, more than 0
 */
public record Fill(long usedBytes, long capacityBytes) {
  /** How bad it is. */
  public enum Level {
    ROOM,
    /** From 80 %: an operator is told. */
    ALARM,
    /** From 95 %: new business is refused before it starts; what was accepted goes on. */
    CLOSED
  }

  public Fill {
    if (usedBytes < 0 || capacityBytes <= 0) {
      throw new IllegalArgumentException("a fill has bytes used and a capacity above 0");
    }
  }

  /** How bad it is. */
  public Level level() {
    double share = (double) usedBytes / capacityBytes;
    return share >= 0.95 ? Level.CLOSED : share >= 0.80 ? Level.ALARM : Level.ROOM;
  }
}
