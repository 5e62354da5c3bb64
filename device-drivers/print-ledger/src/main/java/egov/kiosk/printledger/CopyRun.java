package egov.kiosk.printledger;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One copy on its way through a page printer: look, write down, send, follow to the end, judge. A
 * printer that goes away is waited for until the time is up; a job that does not end is called back
 * and then judged by how far it came.
 */
final class CopyRun {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration CALL_BACK = Duration.ofSeconds(10);

  private final PagePrinter printer;
  private final Ledger ledger;
  private final Patience patience;

  CopyRun(PagePrinter printer, Ledger ledger, Patience patience) {
    this.printer = printer;
    this.ledger = ledger;
    this.patience = patience;
  }

  /** Prints and judges; what it returns is not written down yet. */
  Verdict run(Entry entry, PageDocument document, Duration timeout)
      throws IOException, InterruptedException {
    long end = patience.nanos() + timeout.toNanos();
    String id = entry.job().id();
    PageTicket ticket;
    try {
      DeviceStatus status = printer.ask(least(ANSWER, end));
      Optional<FaultCode> obstacle = Verdict.obstacle(status.faults());
      if (obstacle.isPresent() || !status.state().usable()) {
        return Verdict.notPrinted(obstacle.orElse(FaultCode.PRINTER_ERROR));
      }
    } catch (DeviceException e) {
      return Verdict.notPrinted(e.fault());
    }
    ledger.sending(id);
    try {
      ticket = printer.send(id, document, least(timeout, end));
    } catch (DeviceException e) {
      if (e.fault() != FaultCode.PRINT_UNKNOWN) {
        return Verdict.notPrinted(e.fault());
      }
      Optional<PageTicket> found = search(id, end);
      if (found.isEmpty()) {
        return Verdict.ask(FaultCode.PRINT_UNKNOWN);
      }
      ticket = found.get();
    }
    ledger.ticket(id, ticket);
    return follow(ticket, entry.job().pages(), end);
  }

  /** The answer to a job was lost; the printer may know the job by its name. */
  private Optional<PageTicket> search(String name, long end) throws InterruptedException {
    while (true) {
      try {
        return printer.find(name, least(ANSWER, end));
      } catch (DeviceException e) {
        if (!left(end)) {
          return Optional.empty();
        }
        patience.sleep(LOOK);
      }
    }
  }

  /** Looks until the job is over or the time is up, and then calls it back. */
  Verdict follow(PageTicket ticket, int pages, long end) throws InterruptedException {
    while (left(end)) {
      Optional<PageProgress> seen = look(ticket);
      if (seen.isPresent() && seen.get().stage().over()) {
        return judged(ticket, seen.get(), pages);
      }
      patience.sleep(LOOK);
    }
    return callBack(ticket, pages);
  }

  private Verdict callBack(PageTicket ticket, int pages) throws InterruptedException {
    long end = patience.nanos() + CALL_BACK.toNanos();
    boolean told = false;
    while (left(end)) {
      try {
        if (!told) {
          printer.cancel(ticket, ANSWER);
          told = true;
        }
      } catch (DeviceException e) {
        // Told again below, while there is time.
      }
      Optional<PageProgress> seen = look(ticket);
      if (seen.isPresent() && seen.get().stage().over()) {
        return judged(ticket, seen.get(), pages);
      }
      patience.sleep(LOOK);
    }
    return Verdict.ask(FaultCode.PRINT_UNKNOWN);
  }

  private Verdict judged(PageTicket ticket, PageProgress progress, int pages) {
    try {
      printer.forget(ticket, ANSWER);
    } catch (DeviceException e) {
      // The printer drops it by its own rules; what was printed stays printed.
    }
    return Verdict.of(progress, pages);
  }

  private Optional<PageProgress> look(PageTicket ticket) {
    try {
      return Optional.of(printer.look(ticket, ANSWER));
    } catch (DeviceException e) {
      return Optional.empty();
    }
  }

  private boolean left(long end) {
    return end - patience.nanos() > 0;
  }

  private Duration least(Duration most, long end) {
    Duration left = Duration.ofNanos(Math.max(1_000_000, end - patience.nanos()));
    return left.compareTo(most) < 0 ? left : most;
  }
}
