package egov.kiosk.checks.kura.stock;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.eclipse.kura.watchdog.CriticalComponent;
import org.eclipse.kura.watchdog.WatchdogService;

/** Counts who checks in; whoever did not register is refused, as one that is unknown. */
final class StockWatchdog implements WatchdogService {
  private final Map<String, Integer> seen = new ConcurrentSkipListMap<>();

  @Override
  public void registerCriticalComponent(CriticalComponent component) {
    if (component.getCriticalComponentTimeout() < 60_000) {
      throw new IllegalArgumentException("a slow minute would restart the machine");
    }
    seen.put(component.getCriticalComponentName(), 0);
  }

  @Override
  public void unregisterCriticalComponent(CriticalComponent component) {
    seen.remove(component.getCriticalComponentName());
  }

  @Override
  public void checkin(CriticalComponent component) {
    seen.computeIfPresent(component.getCriticalComponentName(), (name, count) -> count + 1);
  }

  /** {@code name=count}, blanks between. */
  String checkins() {
    return seen.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }
}
