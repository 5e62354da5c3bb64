package egov.kiosk.localapi.technician;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.domain.upkeep.Upkeep;
import java.util.List;
import java.util.Optional;

/** The machine itself, to a technician; any part may not be there while the runtime starts. */
public interface MachineDesk {
  /** Of a machine nobody knows anything about. */
  MachineDesk NONE = new MachineDesk() {};

  /** The devices. */
  default List<Device> devices() {
    return List.of();
  }

  /** Takes the kiosk out of service and back. */
  default Optional<ServiceLock> service() {
    return Optional.empty();
  }

  /** Whether it gave up on itself. */
  default Optional<SafeMode> safeMode() {
    return Optional.empty();
  }

  /** Sets the machine up. */
  default Optional<SetupDesk> setup() {
    return Optional.empty();
  }

  /** Logs, history and support bundles. */
  default Optional<Upkeep> upkeep() {
    return Optional.empty();
  }

  /** Counts paper and toner. */
  default Optional<Supplies> supplies() {
    return Optional.empty();
  }

  /** Has the runtime start anew; empty when nobody can. */
  default Optional<Runnable> restart() {
    return Optional.empty();
  }
}
