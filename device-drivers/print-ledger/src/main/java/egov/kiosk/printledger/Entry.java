package egov.kiosk.printledger;

import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.domain.print.PrintAnswer;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintState;
import java.time.Instant;
import java.util.Optional;

/**
 * A job and how far it got.
 *
 * @param job what others may know of it
 * @param sending whether bytes may have left for the printer
 * @param ticket what the printer calls it, once it said so
 * @param changed when something was last written about it
 */
record Entry(PrintJob job, boolean sending, Optional<PageTicket> ticket, Instant changed) {
  Entry sendingAt(Instant at) {
    return new Entry(job, true, ticket, at);
  }

  Entry ticketed(PageTicket given, Instant at) {
    return new Entry(job, sending, Optional.of(given), at);
  }

  Entry ended(PrintState state, Optional<FaultCode> fault, Instant at) {
    return new Entry(with(state, fault, job.answer()), sending, ticket, at);
  }

  Entry answered(PrintAnswer answer) {
    return new Entry(
        with(job.state(), job.fault(), Optional.of(answer)), sending, ticket, answer.at());
  }

  private PrintJob with(PrintState state, Optional<FaultCode> fault, Optional<PrintAnswer> answer) {
    return new PrintJob(
        job.id(),
        job.transactionId(),
        job.kind(),
        job.digest(),
        job.pages(),
        state,
        fault,
        job.begun(),
        answer);
  }
}
