package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.downlink.progress.ProgressBook;
import egov.kiosk.launcher.port.RemoteSettings;
import java.util.Optional;

/** The rooms around this one, as they are at the moment of the call. Safe for several threads. */
public interface Surroundings {
  /** This kiosk. */
  String kioskId();

  OrderVerifier verifier();

  Optional<FleetLine> line();

  Optional<RemoteSettings> settings();

  Optional<CatalogueStore> catalogue();

  /** Where states of applications are kept. */
  default Optional<ProgressBook> progress() {
    return Optional.empty();
  }

  /** Where what became of orders is recorded. */
  default AuditLog audit() {
    return AuditLog.NONE;
  }

  /** Whoever carries out commands of this name. */
  Optional<CommandHandler> handler(String name);
}
