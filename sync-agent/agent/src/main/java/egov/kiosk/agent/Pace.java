package egov.kiosk.agent;

import java.time.Duration;

/**
 * How fast messages may follow each other (令牌桶): a burst after the line came up, then a steady
 * rate, so that a province of kiosks does not flood its platform after an outage. The burst is what
 * twenty seconds of the rate are, one message at least. Used by one thread.
 */
final class Pace {
  /** How many messages may go at once, of a rate of one a second or more. */
  static final int BURST = 20;

  private static final long BURST_NANOS = Duration.ofSeconds(20).toNanos();

  private long tokenNanos;
  private long burst = BURST;
  private long tokens = BURST;
  private long since;

  Pace(Duration every, long now) {
    since = now;
    every(every, now);
    tokens = burst;
  }

  /**
   * Takes another rate.
   *
   * @param changed from one message to the next; zero for no limit
   */
  void every(Duration changed, long now) {
    tokens(now);
    tokenNanos = changed.toNanos();
    burst = limited() ? Math.max(1, Math.min(BURST, BURST_NANOS / tokenNanos)) : BURST;
    tokens = Math.min(tokens, burst);
  }

  private boolean limited() {
    return tokenNanos > 0;
  }

  /** The line came up. */
  void fill(long now) {
    tokens = burst;
    since = now;
  }

  /** Nanoseconds until a message may go; 0 for now. */
  long pause(long now) {
    return !limited() || tokens(now) > 0 ? 0 : since + tokenNanos - now;
  }

  /** A message goes. */
  void use(long now) {
    if (limited() && tokens(now) > 0) {
      tokens--;
    }
  }

  private long tokens(long now) {
    if (limited()) {
      long fresh = (now - since) / tokenNanos;
      since = tokens + fresh >= burst ? now : since + fresh * tokenNanos;
      tokens = Math.min(burst, tokens + fresh);
    }
    return tokens;
  }
}
