package egov.kiosk.domain.retention;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is over its time, or was destroyed: how much, and of when; never what it was.
 *
 * @param count rows, files or lines
 * @param oldest of when the oldest is; empty when there is none
 * @param newest of when the newest is; empty when there is none
 */
public record Due(long count, Optional<Instant> oldest, Optional<Instant> newest) {
  /** Nothing. */
  public static final Due NOTHING = new Due(0, Optional.empty(), Optional.empty());

  public Due {
    Objects.requireNonNull(oldest, "oldest");
    Objects.requireNonNull(newest, "newest");
    if (count < 0 || count > 0 != oldest.isPresent() || count > 0 != newest.isPresent()) {
      throw new IllegalArgumentException("something is of some time, nothing is of none");
    }
  }

  /** One of that time. */
  public static Due one(Instant at) {
    return new Due(1, Optional.of(at), Optional.of(at));
  }

  /** Both together. */
  public Due and(Due other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    return new Due(
        count + other.count,
        oldest.get().isBefore(other.oldest.get()) ? oldest : other.oldest,
        newest.get().isAfter(other.newest.get()) ? newest : other.newest);
  }
}
