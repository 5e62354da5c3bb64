package egov.kiosk.watch;

import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.watch.WatchBook.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything that is watched and does the mildest thing that may help. Never while a
 * citizen is being served, unless that has lasted longer than courtesy allows: then it is the
 * serving that hangs. The queue is never touched on any rung.
 *
 * <p>{@link #round} is for one thread; the rest for any.
 */
final class Watchman implements SafeMode, Figures {
  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private static final Duration RESTART_TIMEOUT = Duration.ofSeconds(20);

  private final WatchBook book;
  private final Ladder ladder;
  private final Hands hands;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final String boot;
  private final Map<String, Long> illSince = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private volatile WatchSettings settings;
  private Optional<Long> held = Optional.empty();
  private long lastTrouble;
  private boolean leaving;
  private long partsRestarted;

  /**
   * Notes the start.
   *
   * @param boot names this run of the machine
   */
  Watchman(
      WatchBook book,
      WatchSettings settings,
      Hands hands,
      InstantSource clock,
      LongSupplier nanos,
      String boot) {
    this.book = Objects.requireNonNull(book, "book");
    this.settings = settings;
    this.hands = hands;
    this.clock = clock;
    this.nanos = nanos;
    this.boot = boot;
    ladder = new Ladder(book);
    lastTrouble = nanos.getAsLong();
    note(Kind.STARTED, boot);
  }

  void settings(WatchSettings changed) {
    settings = changed;
  }

  /** Once, when the rest has been started: a process that keeps ending is not started for ever. */
  synchronized void began() {
    if (reason().isPresent()) {
      hands.close(true);
      LOG.error("watch: still in safe mode: {}", reason().orElse(""));
      return;
    }
    long crashes = book.crashes(boot, clock.instant(), settings.processWindow());
    if (crashes >= settings.processes()) {
      climb(
          ladder.afterProcess(clock.instant(), settings),
          "the process ended " + crashes + " times without being asked to");
    }
  }

  /** One look; to be called every few seconds. */
  synchronized void round() {
    long now = nanos.getAsLong();
    Set<String> present = new HashSet<>();
    for (Ward ward : hands.wards()) {
      present.add(ward.name());
      if (!ward.ill().getAsBoolean()) {
        if (illSince.remove(ward.name()) != null && told.remove(ward.name())) {
          LOG.info("watch: {} works again", ward.name());
        }
      } else if (!leaving) {
        lastTrouble = now;
        long since = illSince.computeIfAbsent(ward.name(), fresh -> now);
        if (now - since >= ward.patience().toNanos()) {
          attend(ward, now);
        }
      }
    }
    illSince.keySet().retainAll(present);
    forgetOldTrouble(now);
  }

  private void attend(Ward ward, long now) {
    Rung rung = ladder.next(ward.name(), ward.vital(), clock.instant(), now, settings);
    boolean spent = rung == Rung.PART && !ladder.mayRestart(ward.name(), settings);
    if (spent || reason().isPresent() && rung != Rung.PART) {
      tellOnce(ward, "and starting it again did not help; look at it and its log");
      return;
    }
    if (busy(now)) {
      return;
    }
    if (rung != Rung.PART) {
      climb(rung, ward.name() + " fails, and starting it again did not help");
      return;
    }
    tellOnce(ward, "it is started again");
    ladder.restarted(ward.name(), now);
    partsRestarted++;
    illSince.remove(ward.name());
    if (!ward.restart().within(RESTART_TIMEOUT) && ward.vital()) {
      climb(
          ladder.afterParts(clock.instant(), settings),
          ward.name() + " fails, and cannot be stopped");
    }
  }

  private void tellOnce(Ward ward, String what) {
    if (told.add(ward.name())) {
      LOG.error("watch: {} fails: {}", ward.name(), what);
    }
  }

  /** Whether a citizen has to be let finish first. */
  private boolean busy(long now) {
    if (!hands.serving()) {
      held = Optional.empty();
      return false;
    }
    long since = held.orElse(now);
    held = Optional.of(since);
    return now - since < settings.courtesy().toNanos();
  }

  private void climb(Rung rung, String why) {
    held = Optional.empty();
    switch (rung) {
      case PROCESS -> {
        note(Kind.PROCESS, why);
        leaving = hands.restartProcess();
        LOG.error("watch: {}; the process is {}", why, leaving ? "started again" : "left as it is");
      }
      case SYSTEM -> {
        note(Kind.SYSTEM, why);
        leaving = hands.reboot(why);
        LOG.error("watch: {}; the machine is {}", why, leaving ? "started again" : "left as it is");
        if (!leaving) {
          enter(why);
        }
      }
      default -> enter(why);
    }
  }

  @Override
  public synchronized Optional<String> reason() {
    return book.last(Kind.SAFE_MODE).map(WatchBook.Entry::text);
  }

  @Override
  public synchronized void enter(String reason) {
    boolean already = reason().isPresent();
    note(Kind.SAFE_MODE, reason);
    hands.close(true);
    if (!already) {
      LOG.error(
          "watch: safe mode, no citizen is served: {}; find the cause, then end it with"
              + " `kiosk safe-mode leave`. The queue is kept and sent.",
          reason);
    }
  }

  @Override
  public synchronized void leave() {
    try {
      book.forget(clock.instant(), boot);
    } catch (IOException e) {
      LOG.warn("watch: what happened could not be written down; look at the disk");
    }
    hands.close(false);
    LOG.info("watch: safe mode is over");
  }

  /** Parts since the process began; of process and machine what the book still remembers. */
  @Override
  public synchronized Map<String, Number> figures() {
    return Map.of(
        restarts("part"), partsRestarted,
        restarts("process"), book.count(Kind.PROCESS),
        restarts("system"), book.count(Kind.SYSTEM));
  }

  private static String restarts(String level) {
    return "kiosk_watchdog_restarts_total{level=\"" + level + "\"}";
  }

  /** The process ends in order; it is no fault when it begins again. */
  synchronized void ends() {
    note(Kind.STOPPED, "");
  }

  private void forgetOldTrouble(long now) {
    boolean anything = book.entries().size() > 1;
    if (anything
        && reason().isEmpty()
        && illSince.isEmpty()
        && now - lastTrouble >= WatchSettings.HEALTHY.toNanos()) {
      lastTrouble = now;
      try {
        book.forget(clock.instant(), boot);
      } catch (IOException e) {
        LOG.warn("watch: what happened could not be written down; look at the disk");
      }
    }
  }

  private void note(Kind kind, String text) {
    try {
      book.add(kind, clock.instant(), text);
    } catch (IOException e) {
      LOG.warn("watch: {} could not be written down; look at the disk", kind);
    }
  }
}
