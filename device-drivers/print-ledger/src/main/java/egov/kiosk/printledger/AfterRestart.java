package egov.kiosk.printledger;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a printer speak for jobs that nobody answered for yet. */
final class AfterRestart {
  private static final Logger LOG = LoggerFactory.getLogger(AfterRestart.class);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final Ledger ledger;
  private final PagePrinter printer;

  AfterRestart(Ledger ledger, PagePrinter printer) {
    this.ledger = ledger;
    this.printer = printer;
  }

  void settle() {
    for (Entry entry : ledger.asking()) {
      // A printer's word that was judged doubtful before stays doubtful.
      boolean leftOpen = entry.job().fault().isEmpty();
      if (entry.job().kind() == PrintKind.COPY && leftOpen && !settled(entry)) {
        return;
      }
    }
  }

  /** False when the printer does not answer, so that asking for the next job is of no use. */
  private boolean settled(Entry entry) {
    try {
      Optional<PageTicket> ticket =
          entry.ticket().isPresent() ? entry.ticket() : printer.find(entry.job().id(), ANSWER);
      if (ticket.isEmpty()) {
        return true;
      }
      PageProgress progress = printer.look(ticket.get(), ANSWER);
      if (!progress.stage().over()) {
        return true;
      }
      Verdict verdict = Verdict.of(progress, entry.job().pages());
      if (verdict.state() != PrintState.ASK) {
        write(entry, verdict);
        printer.forget(ticket.get(), ANSWER);
      }
      return true;
    } catch (DeviceException e) {
      return false;
    }
  }

  private void write(Entry entry, Verdict verdict) {
    try {
      synchronized (ledger) {
        boolean stillAsks =
            ledger.find(entry.job().id()).map(now -> now.job().asks()).orElse(false);
        if (stillAsks) {
          ledger.ended(entry.job().id(), verdict.state(), verdict.fault());
          LOG.info("Print job {} settled by its printer: {}", entry.job().id(), verdict.state());
        }
      }
    } catch (IOException e) {
      LOG.error("A print job could not be settled on disk: {}", e.getMessage());
    }
  }
}
