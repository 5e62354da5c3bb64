package egov.kiosk.printledger;

import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageProgress.Stage;
import egov.kiosk.domain.print.PrintState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a printer's word is worth.
 *
 * @param state PRINTED, NOT_PRINTED or ASK
 * @param fault why it is not PRINTED, where that is known
 */
record Verdict(PrintState state, Optional<FaultCode> fault) {
  private static final List<FaultCode> STOPPING =
      List.of(
          FaultCode.COVER_OPEN,
          FaultCode.PAPER_JAM,
          FaultCode.PAPER_OUT,
          FaultCode.TONER_OUT,
          FaultCode.PRINTER_ERROR,
          FaultCode.MEDIA_RETAINED);

  static Verdict ask(FaultCode fault) {
    return new Verdict(PrintState.ASK, Optional.of(fault));
  }

  static Verdict notPrinted(FaultCode fault) {
    return new Verdict(PrintState.NOT_PRINTED, Optional.of(fault));
  }

  /**
   * Of a job that is over.
   *
   * @param pages how many sheets it should have brought
   */
  static Verdict of(PageProgress progress, int pages) {
    Optional<FaultCode> cause = obstacle(progress.faults());
    boolean counts = progress.sheets().isPresent();
    int sheets = progress.sheets().orElse(0);
    if (progress.stage() == Stage.COMPLETED) {
      boolean tooFew = counts && sheets < pages;
      boolean doubtful = !counts && cause.isPresent();
      if (tooFew || doubtful || progress.flawed()) {
        // "Done", but fewer sheets than sent, or without paper: it lies, and only eyes can tell.
        return ask(cause.orElse(FaultCode.CONTRADICTION));
      }
      return new Verdict(PrintState.PRINTED, Optional.empty());
    }
    boolean stopped = progress.stage() == Stage.CANCELED || progress.stage() == Stage.ABORTED;
    if (stopped && counts && sheets == 0 && !cause.equals(Optional.of(FaultCode.PAPER_JAM))) {
      return notPrinted(cause.orElse(FaultCode.PRINTER_ERROR));
    }
    return ask(cause.orElse(FaultCode.PRINT_UNKNOWN));
  }

  /** What stops a printer, worst first; empty when nothing does. */
  static Optional<FaultCode> obstacle(Set<FaultCode> faults) {
    return STOPPING.stream().filter(faults::contains).findFirst();
  }
}
