package egov.kiosk.flow.step;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.SessionView.SlipState;
import egov.kiosk.flow.session.Acceptance;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.Worker;
import egov.kiosk.flow.view.SlipText;
import java.time.Duration;
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
    SlipText text = SlipText.of(session, tools.settings().get());
    Slip slip =
        switch (session.state()) {
          case GUIDE -> text.guide(session.item(), tools.clock().instant());
          case RESULT -> text.result(session, tools.clock().instant());
          default -> text.receipt(session);
        };
    String doubted = acceptance.printJob();
    acceptance.printJob(null);
    tools
        .worker()
        .start(
            new Printing(
                session,
                printer.get(),
                slip,
                acceptance.transactionId(),
                doubted,
                session.state() == SessionState.ACCEPTED));
  }

  /** The citizen goes on; who was asked whether paper came out has thereby said yes. */
  void goneOn(Session session) {
    String doubted = session.acceptance().printJob();
    if (doubted != null) {
      session.acceptance().printJob(null);
      tools
          .worker()
          .start(
              new Worker.Work() {
                @Override
                public void run() {
                  answer(doubted, true);
                }

                @Override
                public void failed() {
                  LOG.error("An answer about a slip was lost, a bug");
                }
              });
    }
  }

  private void answer(String job, boolean paperCame) {
    Optional<PrintDesk> desk = tools.ports().prints();
    if (desk.isPresent()) {
      try {
        desk.get().answer(job, paperCame, Actor.CITIZEN);
      } catch (PrintRefusedException e) {
        LOG.warn("An answer about a slip was not kept: {}", e.getMessage());
      }
    }
  }

  private void printed(Session session, SlipState outcome, String fault, String doubted) {
    tools
        .floor()
        .change(
            session,
            () -> {
              if (session.acceptance().slip() != SlipState.PRINTING) {
                return false;
              }
              session.acceptance().slip(outcome, fault);
              session.acceptance().printJob(doubted);
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
    private final String doubted;
    private final boolean kept;
    private Duration began;

    /** Only the slip of what was handed in goes into the ledger; an answer is not kept anywhere. */
    Printing(
        Session session,
        Printer printer,
        Slip slip,
        TransactionId id,
        String doubted,
        boolean kept) {
      this.kept = kept;
      this.id = id;
      this.session = session;
      this.printer = printer;
      this.slip = slip;
      this.doubted = doubted;
    }

    @Override
    public void run() {
      began = tools.ticker().elapsed();
      Optional<PrintDesk> desk = tools.ports().prints();
      if (desk.isPresent() && kept) {
        onTheLedger(desk.get());
      } else {
        onItsOwn();
      }
    }

    private void onTheLedger(PrintDesk desk) {
      if (doubted != null) {
        // Whoever presses "print again" after the question says that nothing came out.
        answer(doubted, false);
      }
      try {
        PrintJob job = desk.slip(id, slip, tools.settings().get().print());
        String fault = job.fault().map(FaultCode::name).orElse(FaultCode.PRINT_UNKNOWN.name());
        switch (job.state()) {
          case PRINTED -> over(SlipState.PRINTED, null, null);
          case NOT_PRINTED -> over(SlipState.FAILED, fault, null);
          default -> over(SlipState.UNKNOWN, fault, job.id());
        }
      } catch (PrintRefusedException e) {
        switch (e.reason()) {
          case ALREADY_PRINTED -> over(SlipState.PRINTED, null, null);
          case LEDGER_UNAVAILABLE -> onItsOwn();
          default -> over(SlipState.FAILED, FaultCode.BUSY.name(), null);
        }
      }
    }

    private void onItsOwn() {
      try {
        printer.print(slip, tools.settings().get().print());
        over(SlipState.PRINTED, null, null);
      } catch (DeviceException e) {
        LOG.warn(
            "A slip was not printed: {} ({}); the number stays on the screen",
            e.fault(),
            e.fault().code());
        SlipState outcome =
            e.fault() == FaultCode.PRINT_UNKNOWN ? SlipState.UNKNOWN : SlipState.FAILED;
        over(outcome, e.fault().name(), null);
      }
    }

    @Override
    public void failed() {
      over(SlipState.UNKNOWN, FaultCode.PRINT_UNKNOWN.name(), null);
    }

    private void over(SlipState outcome, String fault, String inDoubt) {
      Duration took = tools.ticker().elapsed().minus(began);
      tools.trail().over(id, Room.PRINTER, Work.PRINT_SLIP, took, outcome);
      tools.ports().audit().record(Records.printed(id, outcome));
      printed(session, outcome, fault, inDoubt);
    }
  }
}
