package egov.kiosk.flow.step;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.SessionView.SlipState;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SheetCopy;
import egov.kiosk.flow.surroundings.Worker;
import egov.kiosk.flow.view.ResultViews;
import egov.kiosk.flow.view.SheetText;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints the sheet to take along (证照副本), or the certificate the platform answered with, never
 * twice: always by the print ledger, always the very same sheet, and again only when it certainly
 * did not come out. What the machine cannot tell, the citizen is asked; who leaves without an
 * answer leaves the question to staff.
 */
final class CopyStep {
  private static final Logger LOG = LoggerFactory.getLogger(CopyStep.class);

  private final Tools tools;

  CopyStep(Tools tools) {
    this.tools = tools;
  }

  /** Prints; pressing again changes nothing unless nothing came out. */
  void print(Session session, Action.PrintCopy press) throws DeskException {
    SheetCopy copy = session.acceptance().copy();
    if (ResultViews.copy(session) == null) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    if (copy.state() != SlipState.NOT_PRINTED && copy.state() != SlipState.FAILED) {
      return;
    }
    Optional<PrintDesk> desk = tools.ports().prints();
    if (desk.isEmpty()) {
      copy.ended(SlipState.FAILED, FaultCode.NO_DEVICE.name(), null);
      return;
    }
    PageDocument document = document(session);
    copy.begun();
    tools
        .worker()
        .start(new Printing(session, desk.get(), document, session.acceptance().transactionId()));
  }

  private PageDocument document(Session session) {
    return session
        .acceptance()
        .certificate()
        .document()
        .orElseGet(
            () ->
                session
                    .acceptance()
                    .copy()
                    .sheet(
                        () ->
                            new PageDocument.Sheet(
                                new SheetText(tools.settings().get()).of(session))));
  }

  /** What the citizen saw at the printer. */
  void seen(Session session, Action.CopySeen answer) throws DeskException {
    SheetCopy copy = session.acceptance().copy();
    Optional<PrintDesk> desk = tools.ports().prints();
    if (copy.state() != SlipState.UNKNOWN || desk.isEmpty()) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    try {
      desk.get().answer(copy.job(), answer.came(), Actor.CITIZEN);
    } catch (PrintRefusedException e) {
      // Staff were quicker; what they said stands, and the citizen is helped by them.
      LOG.warn("An answer about a sheet was not kept: {}", e.getMessage());
    }
    copy.ended(
        answer.came() ? SlipState.PRINTED : SlipState.FAILED,
        answer.came() ? null : FaultCode.PRINT_UNKNOWN.name(),
        null);
  }

  /** One job; it runs to its end even when the citizen leaves. */
  private final class Printing implements Worker.Work {
    private final Session session;
    private final PrintDesk desk;
    private final PageDocument document;
    private final TransactionId id;

    Printing(Session session, PrintDesk desk, PageDocument document, TransactionId id) {
      this.session = session;
      this.desk = desk;
      this.document = document;
      this.id = id;
    }

    @Override
    public void run() {
      try {
        PrintJob job = desk.copy(id, document, tools.settings().get().copy());
        String fault = job.fault().map(FaultCode::name).orElse(FaultCode.PRINT_UNKNOWN.name());
        switch (job.state()) {
          case PRINTED -> over(SlipState.PRINTED, null, null);
          case NOT_PRINTED -> over(SlipState.FAILED, fault, null);
          default -> over(SlipState.UNKNOWN, fault, job.id());
        }
      } catch (PrintRefusedException e) {
        LOG.warn("A sheet was not printed: {}", e.getMessage());
        over(
            e.reason() == PrintRefusedException.Reason.ALREADY_PRINTED
                ? SlipState.PRINTED
                : SlipState.FAILED,
            e.reason() == PrintRefusedException.Reason.LEDGER_UNAVAILABLE
                ? FaultCode.PRINTER_ERROR.name()
                : FaultCode.BUSY.name(),
            null);
      } finally {
        if (document instanceof PageDocument.Pdf pdf) {
          pdf.close();
        }
      }
    }

    @Override
    public void failed() {
      over(SlipState.FAILED, FaultCode.PRINT_UNKNOWN.name(), null);
    }

    private void over(SlipState outcome, String fault, String job) {
      tools.ports().audit().record(Records.printed(id, outcome));
      tools
          .floor()
          .change(
              session,
              () -> {
                session.acceptance().copy().ended(outcome, fault, job);
                session.idle().touch();
                return true;
              });
    }
  }
}
