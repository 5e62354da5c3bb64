package egov.kiosk.agent;

import java.time.Duration;

/**
 * How fast messages may follow each other (令牌桶): a burst after the line came up, then a steady
 * rate, so that a province of kiosks does not flood its platform after an outage. Used by one
 * thread.
 */
final class Pace {
  /** How many messages may go at once. */
  static final int BURST = 20;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private int perSecond;
  private long tokenNanos;
  private long tokens = BURST;
  private long since;

  Pace(int perSecond, long now) {
    since = now;
    rate(perSecond, now);
  }

  /**
   * Takes another rate.
   *
   * @param changed messages a second; 0 for no limit
   */
  void rate(int changed, long now) {
    tokens(now);
    perSecond = changed;
    tokenNanos = changed == 0 ? 0 : SECOND / changed;
  }

  /** The line came up. */
  void fill(long now) {
    tokens = BURST;
    since = now;
  }

  /** Nanoseconds until a message may go; 0 for now. */
  long pause(long now) {
    return perSecond == 0 || tokens(now) > 0 ? 0 : since + tokenNanos - now;
  }

  /** A message goes. */
  void use(long now) {
    if (perSecond > 0 && tokens(now) > 0) {
      tokens--;
    }
  }

  private long tokens(long now) {
    if (perSecond > 0) {
      long fresh = (now - since) / tokenNanos;
      since = tokens + fresh >= BURST ? now : since + fresh * tokenNanos;
      tokens = Math.min(BURST, tokens + fresh);
    }
    return tokens;
  }
}
