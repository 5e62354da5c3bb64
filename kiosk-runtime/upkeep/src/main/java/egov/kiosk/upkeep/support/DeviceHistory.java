package egov.kiosk.upkeep.support;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.upkeep.Upkeep.Change;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of the devices since the start, in memory. Safe for use by several threads. */
public final class DeviceHistory {
  private static final int MOST = 200;

  private final InstantSource clock;
  private final Map<String, DeviceStatus> last = new HashMap<>();
  private final Deque<Change> changes = new ArrayDeque<>();

  /** Nothing yet. */
  public DeviceHistory(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes which devices are otherwise than at the last look. */
  public synchronized void look(List<Device> devices) {
    for (Device device : devices) {
      DeviceStatus now = device.status();
      DeviceStatus before = last.put(device.name(), now);
      if (before == null
          || before.state() != now.state()
          || !before.faults().equals(now.faults())) {
        changes.addFirst(new Change(clock.instant(), device.name(), now.state(), now.faults()));
        if (changes.size() > MOST) {
          changes.removeLast();
        }
      }
    }
  }

  /** Newest first. */
  public synchronized List<Change> changes() {
    return List.copyOf(changes);
  }
}
