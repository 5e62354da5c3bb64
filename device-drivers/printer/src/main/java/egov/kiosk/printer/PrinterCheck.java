package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Asks the printer how it is: paper, cover, errors. */
public final class PrinterCheck implements HealthCheck {
  private static final List<FaultCode> WORST_FIRST =
      List.of(
          FaultCode.COVER_OPEN, FaultCode.PAPER_OUT, FaultCode.PRINTER_ERROR, FaultCode.PAPER_LOW);

  private final EscPosPrinter printer;

  public PrinterCheck(EscPosPrinter printer) {
    this.printer = Objects.requireNonNull(printer, "printer");
  }

  @Override
  public String name() {
    return EscPosPrinter.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      return finding(printer.ask(timeout));
    } catch (DeviceException e) {
      if (e.fault() == FaultCode.BUSY) {
        return Finding.ok(name(), "the printer is printing");
      }
      return fault(Level.FAIL, e.fault(), e.getMessage());
    }
  }

  private Finding finding(DeviceStatus status) {
    for (FaultCode fault : WORST_FIRST) {
      if (status.faults().contains(fault)) {
        Level level = fault == FaultCode.PAPER_LOW ? Level.WARN : Level.FAIL;
        return fault(level, fault, "the printer says " + fault + " (" + fault.code() + ")");
      }
    }
    if (!status.state().usable()) {
      return fault(Level.FAIL, FaultCode.PRINTER_ERROR, "the printer says it is offline");
    }
    return Finding.ok(name(), "the printer answers, with paper and a closed cover");
  }

  private Finding fault(Level level, FaultCode fault, String what) {
    return new Finding(name(), level, what, fault.actor(), PrinterAdvice.of(fault));
  }
}
