package egov.kiosk.watch;

import egov.kiosk.watch.WatchBook.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rung comes next. Each has a limit; beyond it the next one is climbed:
 *
 * <pre>
 *   part (3 an hour each) → process (3 in 30 min) → system (3 a day) → safe mode
 * </pre>
 *
 * For one thread.
 */
final class Ladder {
  private final WatchBook book;
  private final Map<String, Deque<Long>> parts = new HashMap<>();

  Ladder(WatchBook book) {
    this.book = book;
  }

  /**
   * What to do about a part that fails.
   *
   * @param vital whether citizens or accepted transactions wait for it; what is not is started
   *     again and then left to a person
   * @param nanos the time by which parts are counted
   */
  Rung next(String part, boolean vital, Instant now, long nanos, WatchSettings settings) {
    Deque<Long> restarts = parts.computeIfAbsent(part, fresh -> new ArrayDeque<>());
    restarts.removeIf(at -> nanos - at > WatchSettings.PART_WINDOW.toNanos());
    if (restarts.size() < settings.partsAnHour() || !vital) {
      return Rung.PART;
    }
    return afterParts(now, settings);
  }

  /** Whether a part may still be started again. */
  boolean mayRestart(String part, WatchSettings settings) {
    return parts.getOrDefault(part, new ArrayDeque<>()).size() < settings.partsAnHour();
  }

  /** Counts that a part was started again. */
  void restarted(String part, long nanos) {
    parts.computeIfAbsent(part, fresh -> new ArrayDeque<>()).add(nanos);
  }

  /** What to do about a process that does not stay up, or whose parts do not. */
  Rung afterParts(Instant now, WatchSettings settings) {
    return book.damaged()
            || book.count(Kind.PROCESS, now, settings.processWindow()) >= settings.processes()
        ? afterProcess(now, settings)
        : Rung.PROCESS;
  }

  /** What to do when starting the process again does not help. */
  Rung afterProcess(Instant now, WatchSettings settings) {
    boolean canReboot = settings.rebootRequest().isPresent() && !book.damaged();
    return canReboot
            && book.count(Kind.SYSTEM, now, WatchSettings.REBOOT_WINDOW) < settings.reboots()
        ? Rung.SYSTEM
        : Rung.SAFE_MODE;
  }
}
