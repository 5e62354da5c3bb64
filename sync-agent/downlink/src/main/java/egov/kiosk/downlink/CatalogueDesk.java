package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderRefusedException;
import egov.kiosk.downlink.store.VersionFloor;
import egov.kiosk.downlink.store.VersionFloor.Kind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Takes service items from the platform. For one thread. */
final class CatalogueDesk {
  private static final String ORDER = "catalogue";

  private final Surroundings around;
  private final VersionFloor floor;
  private final EventLine events;
  private final QuietLog log;
  private final InstantSource clock;

  CatalogueDesk(
      Surroundings around,
      VersionFloor floor,
      EventLine events,
      QuietLog log,
      InstantSource clock) {
    this.around = around;
    this.floor = floor;
    this.events = events;
    this.log = log;
    this.clock = clock;
  }

  /** An order of the platform, verified. */
  void take(Order.Catalogue order) {
    Optional<CatalogueStore> store = around.catalogue();
    long version = order.version();
    if (store.isEmpty()) {
      refuse(version, "UNAVAILABLE", "this kiosk takes no service items from afar");
      return;
    }
    long served = store.get().version();
    long highest = Math.max(served, floor.of(Kind.CATALOGUE));
    if (version < 1 || version < highest) {
      refuse(version, "OLD", "version " + highest + " was here already");
      return;
    }
    if (version > served) {
      try {
        around.audit().require(OrderRecord.of(ORDER, version, AuditResult.BEGUN, ""));
        store.get().replace(version, order.items());
        around.audit().record(OrderRecord.of(ORDER, version, AuditResult.DONE, ""));
        floor.raise(Kind.CATALOGUE, version);
      } catch (AuditUnavailableException e) {
        refuse(version, "AUDIT", "no audit log can be written now");
        return;
      } catch (OrderRefusedException e) {
        refuse(version, e.reason().name(), e.getMessage());
        return;
      } catch (IOException e) {
        log.problem("floor", "the list of versions cannot be written: " + e.getMessage());
      }
    }
    events.event(
        ORDER + " in-force " + version,
        AnswerJson.order(around.kioskId(), ORDER, version, "in-force", clock.instant()));
  }

  private void refuse(long version, String reason, String text) {
    if (log.problem("catalogue " + reason, "catalogue " + version + " is refused: " + text)) {
      around.audit().record(OrderRecord.of(ORDER, version, AuditResult.REFUSED, reason));
      events.event(
          ORDER + " refused " + version,
          AnswerJson.order(around.kioskId(), ORDER, version, "refused", clock.instant())
              .because(reason)
              .text(text));
    }
  }
}
