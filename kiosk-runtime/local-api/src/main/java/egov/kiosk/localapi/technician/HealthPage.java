package egov.kiosk.localapi.technician;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.upkeep.Upkeep;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the machine is: devices and what became of them, queue, closures. */
final class HealthPage {
  private static final long MILLIS = 1000;

  private final Console console;

  HealthPage(Console console) {
    this.console = console;
  }

  Reply reply() throws OutboxException {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("upSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    page.put("devices", console.devices().stream().map(HealthPage::device).toList());
    page.put(
        "history",
        console.upkeep().map(Upkeep::history).orElse(List.of()).stream()
            .map(HealthPage::change)
            .toList());
    if (console.outbox().isPresent()) {
      OutboxCounts counts = console.outbox().get().counts();
      page.put("pending", counts.pending());
      page.put("delivered", counts.delivered());
      page.put("deadLetters", counts.deadLetter());
    }
    page.putAll(service());
    return Reply.of(page);
  }

  /** Whether the public is served, and why not. */
  Map<String, Object> service() {
    Optional<ServiceLock> lock = console.service();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("known", lock.isPresent());
    said.put(
        "closures",
        lock.map(one -> one.closures().stream().map(Enum::name).sorted().toList())
            .orElse(List.of()));
    said.put("serving", lock.map(ServiceLock::serving).orElse(false));
    said.put("safeMode", console.safeMode().flatMap(SafeMode::reason).orElse(""));
    return said;
  }

  private static Map<String, Object> device(Device device) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("name", device.name());
    said.put("state", device.status().state().name());
    said.put("usable", device.status().state().usable());
    List<String> faults = new ArrayList<>();
    device.status().faults().forEach(fault -> faults.add(fault.code()));
    said.put("faults", faults);
    said.put("since", device.status().since().toString());
    said.put("identity", device.identity().map(Object::toString).orElse(""));
    return said;
  }

  private static Map<String, Object> change(Upkeep.Change change) {
    return Map.of(
        "at", change.at().toString(),
        "device", change.device(),
        "state", change.state().name(),
        "faults", change.faults().stream().map(fault -> fault.code()).sorted().toList());
  }
}
