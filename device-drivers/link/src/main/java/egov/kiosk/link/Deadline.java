package egov.kiosk.link;

import java.time.Duration;

/**
 * A point on the monotonic clock until which something may take. Immutable; does not care when
 * somebody sets the wall clock.
 */
public final class Deadline {
  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The moment {@code timeout} from now; a timeout beyond 100 years counts as 100 years. */
  public static Deadline after(Duration timeout) {
    Duration most = Duration.ofDays(36_500);
    Duration bounded = timeout.compareTo(most) > 0 ? most : timeout;
    return new Deadline(System.nanoTime() + bounded.toNanos());
  }

  /** What is left; zero when it has passed, never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** Whether nothing is left. */
  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** Whether it passed at least this long ago. */
  public boolean passedBy(Duration time) {
    return nanoTime - System.nanoTime() <= -time.toNanos();
  }

  /** What is left, or the given time when that is less. */
  public Duration remainingAtMost(Duration most) {
    Duration left = remaining();
    return left.compareTo(most) < 0 ? left : most;
  }
}
