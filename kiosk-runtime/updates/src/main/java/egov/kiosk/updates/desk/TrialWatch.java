package egov.kiosk.updates.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a new version does what the old one did. Everything that worked before must have worked
 * at least once since, within 75 seconds, and never less than a minute after citizens are served.
 * What does is kept after two minutes. The line to the platform has ten, because it may be down for
 * reasons of its own, and does not count if it was down before. For one thread.
 */
public final class TrialWatch {
  /**
   * How long everything but the line may take. What is given up then has ended, and the version
   * before serves again, within two minutes of the switch.
   */
  public static final Duration PATIENCE = Duration.ofSeconds(75);

  /**
   * How long everything but the line has in any case from the moment citizens are served. Where a
   * start takes longer than the rest of {@link #PATIENCE}, the version before is that much later.
   */
  public static final Duration AFTER_SERVED = Duration.ofSeconds(60);

  /** After which time a version that works is kept. */
  public static final Duration HEALTH = Duration.ofSeconds(120);

  /** How long the line may take. */
  public static final Duration LINE = Duration.ofMinutes(10);

  private final Baseline before;
  private final Set<String> missing;
  private Optional<Duration> served = Optional.empty();
  private Set<String> silent = Set.of();
  private Set<String> stuck = Set.of();
  private boolean lineSeen;

  /** A trial that begins now. */
  public TrialWatch(Baseline before) {
    this.before = before;
    missing = new TreeSet<>(before.working());
  }

  /** What comes of it. */
  public enum Verdict {
    WAIT,
    KEEP,
    GIVE_UP
  }

  /**
   * Citizens are served; only the first time counts.
   *
   * @param since how long the trial runs
   */
  public void served(Duration since) {
    served = served.or(() -> Optional.of(since));
  }

  /** A version that never serves is ended by the supervisor, and has no longer than others here. */
  private Duration patience() {
    Duration latest = served.filter(at -> at.compareTo(PATIENCE) < 0).orElse(PATIENCE);
    Duration after = latest.plus(AFTER_SERVED);
    return after.compareTo(PATIENCE) < 0 ? PATIENCE : after;
  }

  /**
   * Looks again. A thread that is silent once may have been caught between two rounds; one that is
   * in two looks running is stuck.
   *
   * @param since how long the trial runs
   * @param seen what works and is alive now
   */
  public Verdict look(Duration since, Seen seen) {
    missing.removeAll(seen.working());
    lineSeen |= seen.online();
    Set<String> twice = new TreeSet<>(seen.silent());
    twice.retainAll(silent);
    stuck = twice;
    silent = seen.silent();
    if (!missing.isEmpty() || !stuck.isEmpty()) {
      return since.compareTo(patience()) < 0 ? Verdict.WAIT : Verdict.GIVE_UP;
    }
    if (!silent.isEmpty() || since.compareTo(HEALTH) < 0) {
      return Verdict.WAIT;
    }
    if (lineSeen || !before.online()) {
      return Verdict.KEEP;
    }
    return since.compareTo(LINE) < 0 ? Verdict.WAIT : Verdict.GIVE_UP;
  }

  /** Why the last look gave it up: what worked before and has not since; for the platform. */
  public String why() {
    if (!missing.isEmpty()) {
      return word(missing.iterator().next());
    }
    return stuck.isEmpty() ? "line" : word(stuck.iterator().next());
  }

  private static String word(String name) {
    String plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    return "health-" + plain.substring(0, Math.min(24, plain.length()));
  }

  /**
   * What worked before.
   *
   * @param working names of health checks that did not fail
   * @param online whether the platform was reached
   */
  public record Baseline(Set<String> working, boolean online) {
    /** Copies. */
    public Baseline {
      working = Set.copyOf(working);
    }
  }

  /**
   * What is so now.
   *
   * @param working names of health checks that do not fail
   * @param silent names of threads that are not alive
   * @param online whether the platform is reached
   */
  public record Seen(Set<String> working, Set<String> silent, boolean online) {
    /** Copies. */
    public Seen {
      working = Set.copyOf(working);
      silent = Set.copyOf(silent);
    }
  }
}
