package egov.kiosk.downlink;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.downlink.progress.ProgressBook;
import egov.kiosk.downlink.progress.ProgressBook.Taken;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes what the platform tells of applications. What is new is kept and not answered: it is a
 * notice, and whoever asks gets the state of the moment. For one thread.
 */
final class ProgressDesk {
  private static final String ORDER = "progress";

  private final Surroundings around;
  private final EventLine events;
  private final QuietLog log;
  private final InstantSource clock;

  ProgressDesk(Surroundings around, EventLine events, QuietLog log, InstantSource clock) {
    this.around = around;
    this.events = events;
    this.log = log;
    this.clock = clock;
  }

  /** A word of the platform, verified. */
  void take(Order.Progress order) {
    Optional<ProgressBook> book = around.progress();
    if (book.isEmpty()) {
      refuse("UNAVAILABLE", "this kiosk keeps no states of applications");
      return;
    }
    try {
      Taken taken = book.get().take(order);
      if (taken == Taken.OLD) {
        refuse("OLD", "a later state of this application was here already");
      } else if (taken == Taken.FOREIGN) {
        refuse("FOREIGN", "this kiosk did not take that application in");
      }
    } catch (IOException e) {
      refuse("DISK", "the state of an application cannot be written; check the disk");
    } catch (OutboxException e) {
      refuse("QUEUE", "the queue cannot say what was taken in here: " + e.reason());
    }
  }

  private void refuse(String reason, String text) {
    if (log.problem(ORDER + " " + reason, text)) {
      around.audit().record(OrderRecord.of(ORDER, 0, AuditResult.REFUSED, reason));
      events.event(
          ORDER + " refused " + reason,
          AnswerJson.order(around.kioskId(), ORDER, 0, "refused", clock.instant()).because(reason));
    }
  }
}
