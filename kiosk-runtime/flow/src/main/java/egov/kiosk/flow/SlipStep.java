package egov.kiosk.flow;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.SessionView.SlipState;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints the slip or the guide. The printer can fail in any way without touching the transaction:
 * number and QR code stay on the screen.
 */
final class SlipStep {
  private static final Logger LOG = LoggerFactory.getLogger(SlipStep.class);

  private final Tools tools;

  SlipStep(Tools tools) {
    this.tools = tools;
  }

  /** Prints what belongs to the page; pressing again while it prints changes nothing. */
  void print(Session session, Action.Print print) {
    Acceptance acceptance = session.acceptance();
    boolean same = Objects.equals(acceptance.printedNumber(), acceptance.shownNumber());
    if (acceptance.slip() == SlipState.PRINTING
        || (acceptance.slip() == SlipState.PRINTED && same)) {
      return;
    }
    Optional<Printer> printer = tools.ports().printer();
    if (printer.isEmpty()) {
      acceptance.slip(SlipState.FAILED, FaultCode.NO_DEVICE.name());
      return;
    }
    acceptance.slip(SlipState.PRINTING, null);
    acceptance.printedNumber(acceptance.shownNumber());
    SlipText text = new SlipText(tools.settings().get());
    Slip slip =
        session.state() == SessionState.GUIDE
            ? text.guide(session.item(), tools.clock().instant())
            : text.receipt(session);
    tools.worker().start(new Printing(session, printer.get(), slip, acceptance.transactionId()));
  }

  private void printed(Session session, SlipState outcome, String fault) {
    tools
        .floor()
        .change(
            session,
            () -> {
              if (session.acceptance().slip() != SlipState.PRINTING) {
                return false;
              }
              session.acceptance().slip(outcome, fault);
              session.idle().touch();
              return true;
            });
  }

  /** One print job; it runs to its end even when the citizen leaves. */
  private final class Printing implements Worker.Work {
    private final Session session;
    private final Printer printer;
    private final Slip slip;
    private final TransactionId id;

    Printing(Session session, Printer printer, Slip slip, TransactionId id) {
      this.id = id;
      this.session = session;
      this.printer = printer;
      this.slip = slip;
    }

    @Override
    public void run() {
      try {
        printer.print(slip, tools.settings().get().print());
        over(SlipState.PRINTED, null);
      } catch (DeviceException e) {
        LOG.warn(
            "A slip was not printed: {} ({}); the number stays on the screen",
            e.fault(),
            e.fault().code());
        SlipState outcome =
            e.fault() == FaultCode.PRINT_UNKNOWN ? SlipState.UNKNOWN : SlipState.FAILED;
        over(outcome, e.fault().name());
      }
    }

    @Override
    public void failed() {
      over(SlipState.UNKNOWN, FaultCode.PRINT_UNKNOWN.name());
    }

    private void over(SlipState outcome, String fault) {
      tools.ports().audit().record(Records.printed(id, outcome));
      printed(session, outcome, fault);
    }
  }
}
