package egov.kiosk.upkeep.look;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.upkeep.Supplies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What of the runtime is looked at; any of it may not be there while it starts or stops. */
public interface Rooms {
  /** The queue. */
  Optional<Outbox> outbox();

  /** Whether the platform's broker is connected now. */
  boolean connected();

  /** What takes the kiosk out of service. */
  Optional<ServiceLock> service();

  /** The devices, in no order. */
  List<Device> devices();

  /** Paper and toner as they are counted; empty while nobody counts. */
  List<Supplies.Supply> supplies();

  /** When this machine was accepted; empty when it was not. */
  Optional<Instant> accepted();
}
