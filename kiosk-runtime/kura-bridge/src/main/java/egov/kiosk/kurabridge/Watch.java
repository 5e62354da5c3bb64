package egov.kiosk.kurabridge;

import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.watchdog.WatchdogService;

/** All lifelines, as threads and watchdog come and go. Safe for use by several threads. */
public final class Watch implements AutoCloseable {
  private final Map<LifeSign, Lifeline> lines = new LinkedHashMap<>();
  private WatchdogService watchdog;

  /**
   * One round.
   *
   * @param signs the threads there are
   * @param now the watchdog, or null while there is none
   * @param grace how much longer than a thread's own patience the watchdog waits
   */
  public synchronized void look(Set<LifeSign> signs, WatchdogService now, Duration grace) {
    if (now != watchdog) {
      close();
      watchdog = now;
    }
    if (watchdog == null) {
      return;
    }
    for (Iterator<Map.Entry<LifeSign, Lifeline>> all = lines.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<LifeSign, Lifeline> one = all.next();
      if (!signs.contains(one.getKey())) {
        one.getValue().close();
        all.remove();
      }
    }
    for (LifeSign sign : signs) {
      lines.computeIfAbsent(sign, fresh -> new Lifeline(fresh, watchdog, grace)).look();
    }
  }

  /** The watchdog expects nothing of us any more. */
  @Override
  public synchronized void close() {
    lines.values().forEach(Lifeline::close);
    lines.clear();
    watchdog = null;
  }
}
