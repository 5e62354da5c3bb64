package egov.kiosk.flow.session;

import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.flow.desk.SessionView.SlipState;
import java.util.function.Supplier;

/** What became of the sheet to take along, or of the certificate. Guarded by the desk's lock. */
public final class SheetCopy {
  private SlipState state = SlipState.NOT_PRINTED;
  private String fault;
  private String job;
  private PageDocument sheet;

  public SlipState state() {
    return state;
  }

  /** The fault code's name when it was not printed, else null. */
  public String fault() {
    return fault;
  }

  /** The ledger's job whose end is in doubt, or null. */
  public String job() {
    return job;
  }

  /** The sheet, the very same at every try: another number on it would make it another sheet. */
  public PageDocument sheet(Supplier<PageDocument> first) {
    if (sheet == null) {
      sheet = first.get();
    }
    return sheet;
  }

  /** It is being printed. */
  public void begun() {
    state = SlipState.PRINTING;
    fault = null;
    job = null;
  }

  /** What became of it; the job is named when nobody can tell. */
  public void ended(SlipState outcome, String why, String inDoubt) {
    state = outcome;
    fault = why;
    job = inDoubt;
  }

  void wipe() {
    state = SlipState.NOT_PRINTED;
    fault = null;
    job = null;
    sheet = null;
  }
}
