package egov.kiosk.localapi.technician;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.domain.upkeep.Upkeep;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What technicians may ask, each asked for anew at every call.
 *
 * @param checks runs every health check, in order of name
 * @param queue the queue
 * @param log where what technicians do is recorded
 * @param machine the machine itself
 */
public record Console(
    Supplier<List<Finding>> checks,
    Supplier<Optional<Outbox>> queue,
    Supplier<AuditLog> log,
    Supplier<MachineDesk> machine) {

  List<Finding> findings() {
    return checks.get();
  }

  Optional<Outbox> outbox() {
    return queue.get();
  }

  AuditLog audit() {
    return log.get();
  }

  List<Device> devices() {
    return machine.get().devices();
  }

  Optional<ServiceLock> service() {
    return machine.get().service();
  }

  Optional<SafeMode> safeMode() {
    return machine.get().safeMode();
  }

  Optional<SetupDesk> setup() {
    return machine.get().setup();
  }

  Optional<Upkeep> upkeep() {
    return machine.get().upkeep();
  }

  Optional<Supplies> supplies() {
    return machine.get().supplies();
  }

  Optional<Runnable> restart() {
    return machine.get().restart();
  }
}
