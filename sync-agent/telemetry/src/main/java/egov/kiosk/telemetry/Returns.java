package egov.kiosk.telemetry;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each device came back after it had been away (重连), since the process began. What is
 * away for less than the second between two looks may be missed. For one thread.
 */
final class Returns {
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Boolean> away = new HashMap<>();

  /** Looks at each device once; asks none of them anything. */
  void look(Iterable<Device> devices) {
    for (Device device : devices) {
      DeviceState state = device.status().state();
      // A driver that starts has not found its device yet; one that was never there cannot return.
      if (state != DeviceState.STARTING
          && Boolean.TRUE.equals(away.put(device.name(), !state.usable()))
          && state.usable()) {
        counts.merge(device.name(), 1L, Long::sum);
      }
    }
  }

  long of(String device) {
    return counts.getOrDefault(device, 0L);
  }
}
