package egov.kiosk.printledger;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Whether a print job waits for somebody's eyes, or a ledger was found damaged. */
public final class LedgerCheck implements HealthCheck {
  static final String NAME = "print-ledger";

  private final PrintDesk desk;
  private final Supplier<List<String>> setAside;

  LedgerCheck(PrintDesk desk, Supplier<List<String>> setAside) {
    this.desk = desk;
    this.setAside = setAside;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    List<String> damaged = setAside.get();
    if (!damaged.isEmpty()) {
      return new Finding(
          NAME,
          Level.WARN,
          "a damaged ledger was set aside as " + damaged.get(damaged.size() - 1),
          Actor.TECHNICIAN,
          "look at the disk; a copy of that time may be printed twice; then move the file away");
    }
    List<PrintJob> asking = desk.asking();
    if (!asking.isEmpty()) {
      return new Finding(
          NAME,
          Level.WARN,
          asking.size()
              + " print jobs may or may not be on paper, the oldest since "
              + asking.get(0).begun(),
          Actor.STAFF,
          "see what lies in the printers, and answer for each job");
    }
    return Finding.ok(NAME, "every print job has ended one way or the other");
  }
}
