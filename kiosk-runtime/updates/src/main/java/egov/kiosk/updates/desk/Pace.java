package egov.kiosk.updates.desk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to ask the server next: as it said, a fifth more or less, so that ten thousand kiosks do not
 * ask in the same second; after a failure later and later. For one thread.
 */
public final class Pace {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LAST_RETRY = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 10;

  private final RandomGenerator random;
  private int failures;

  /** A pace with a generator of its own, seeded differently on every kiosk. */
  public Pace(RandomGenerator random) {
    this.random = random;
  }

  /** The first question after a start: within a minute. */
  public Duration first() {
    return Duration.ofMillis(random.nextLong(60_000));
  }

  /** After an answer. */
  public Duration after(Duration said) {
    failures = 0;
    return spread(said);
  }

  /** After none. */
  public Duration afterFailure() {
    long factor = 1L << Math.min(failures++, MOST_DOUBLINGS);
    Duration next = FIRST_RETRY.multipliedBy(factor);
    return spread(next.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : next);
  }

  private Duration spread(Duration middle) {
    long millis = middle.toMillis();
    return Duration.ofMillis(millis * 4 / 5 + random.nextLong(Math.max(1, millis * 2 / 5)));
  }
}
