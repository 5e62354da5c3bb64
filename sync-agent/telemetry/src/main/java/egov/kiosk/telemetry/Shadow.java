package egov.kiosk.telemetry;

import egov.kiosk.contract.ReportJson;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the kiosk runs and how it is, in {@value #MOST_BYTES} bytes at most (设备影子). */
final class Shadow {
  /** The largest shadow. */
  static final int MOST_BYTES = 4096;

  private static final int MOST_NAMES = 32;
  private static final int FILL_STEP = 5;

  private final Sources sources;

  Shadow(Sources sources) {
    this.sources = sources;
  }

  /** What is worth telling when it changes. */
  Map<String, Object> now(List<String> alarms) {
    Map<String, Object> shadow = new LinkedHashMap<>();
    shadow.put("software", sources.software());
    sources
        .catalogue()
        .get()
        .map(CatalogueStore::version)
        .ifPresent(v -> shadow.put("catalogue", v));
    sources.lock().get().map(ServiceLock::locked).ifPresent(l -> shadow.put("locked", l));
    shadow.put("devices", devices());
    shadow.put("queue", queue());
    shadow.put("alarms", alarms.stream().limit(MOST_NAMES).toList());
    shadow.put("inventory", inventory());
    return shadow;
  }

  private Map<String, Object> devices() {
    Map<String, Object> devices = new TreeMap<>();
    for (Device device : sources.devices()) {
      if (device.name().matches("[a-z][a-z0-9-]{0,63}") && devices.size() < MOST_NAMES) {
        devices.put(device.name(), level(device.status()).name());
      }
    }
    return devices;
  }

  /** What it is made of, and which one of its kind each device is: SAM ids, serial numbers. */
  private Map<String, Object> inventory() {
    Map<String, Object> inventory = new TreeMap<>(sources.inventory());
    for (Device device : sources.devices()) {
      if (device.name().matches("[a-z][a-z0-9-]{0,31}") && inventory.size() < MOST_NAMES) {
        device.identity().ifPresent(one -> inventory.put(device.name(), one.toString()));
      }
    }
    return inventory;
  }

  private static Level level(DeviceStatus status) {
    if (!status.state().usable()) {
      return Level.FAIL;
    }
    return status.faults().isEmpty() ? Level.OK : Level.WARN;
  }

  /** Coarse, so that every message does not make a new shadow; the digest has the numbers. */
  private Map<String, Object> queue() {
    Fill fill = sources.outbox().fill();
    long percent = Math.round(100.0 * fill.usedBytes() / fill.capacityBytes());
    Map<String, Object> queue = new TreeMap<>();
    queue.put("fillPercent", percent / FILL_STEP * FILL_STEP);
    try {
      OutboxCounts counts = sources.outbox().counts();
      queue.put("deadLetter", counts.deadLetter());
    } catch (OutboxException e) {
      queue.put("failing", 1);
    }
    return queue;
  }

  /** Its bytes; what is built in is left out when it does not fit. */
  byte[] write(Map<String, Object> shadow, Instant at) {
    byte[] whole = ReportJson.write("shadow", sources.kioskId(), at, shadow);
    if (whole.length <= MOST_BYTES) {
      return whole;
    }
    Map<String, Object> less = new LinkedHashMap<>(shadow);
    less.remove("inventory");
    byte[] smaller = ReportJson.write("shadow", sources.kioskId(), at, less);
    if (smaller.length > MOST_BYTES) {
      less.remove("devices");
      smaller = ReportJson.write("shadow", sources.kioskId(), at, less);
    }
    return smaller;
  }
}
