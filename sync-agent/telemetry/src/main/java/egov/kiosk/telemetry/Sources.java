package egov.kiosk.telemetry;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.Outbox;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whom telemetry asks; looked at anew each time, so that sets and services may come and go.
 *
 * @param kioskId who reports
 * @param software version of the program
 * @param inventory what the kiosk is made of, by name
 * @param figures what rooms count of themselves
 * @param lock whether it is in service, if somebody knows
 * @param catalogue which items it offers, if somebody knows
 */
public record Sources(
    String kioskId,
    String software,
    Map<String, String> inventory,
    Iterable<HealthCheck> checks,
    Iterable<Device> devices,
    Iterable<Figures> figures,
    Outbox outbox,
    Supplier<Optional<ServiceLock>> lock,
    Supplier<Optional<CatalogueStore>> catalogue) {
  public Sources {
    inventory = Map.copyOf(inventory);
  }
}
