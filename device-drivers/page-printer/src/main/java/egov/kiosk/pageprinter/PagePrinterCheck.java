package egov.kiosk.pageprinter;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.List;

/** Asks the page printer how it is, and looks where its pages travel. */
public final class PagePrinterCheck implements HealthCheck {
  private static final List<FaultCode> WARNINGS = List.of(FaultCode.PAPER_LOW, FaultCode.TONER_LOW);

  private final IppPagePrinter printer;

  public PagePrinterCheck(IppPagePrinter printer) {
    this.printer = printer;
  }

  @Override
  public String name() {
    return IppPagePrinter.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      return finding(printer.ask(timeout));
    } catch (DeviceException e) {
      return e.fault() == FaultCode.BUSY
          ? Finding.ok(name(), "the printer is printing")
          : fault(Level.FAIL, e.fault(), e.getMessage());
    }
  }

  private Finding finding(DeviceStatus status) {
    for (FaultCode fault : status.faults()) {
      if (!WARNINGS.contains(fault)) {
        return fault(Level.FAIL, fault, said(fault));
      }
    }
    if (!status.state().usable()) {
      return fault(Level.FAIL, FaultCode.PRINTER_ERROR, "the printer says it does not print");
    }
    for (FaultCode fault : status.faults()) {
      return fault(Level.WARN, fault, said(fault));
    }
    return printer.settings().address().local()
        ? Finding.ok(name(), "the printer answers and can print")
        : new Finding(
            name(),
            Level.WARN,
            "pages cross the network to the printer unencrypted",
            Actor.TECHNICIAN,
            "connect the printer to this machine by USB and use ipp-usb");
  }

  private static String said(FaultCode fault) {
    return "the printer says " + fault + " (" + fault.code() + ")";
  }

  private Finding fault(Level level, FaultCode fault, String what) {
    return new Finding(name(), level, what, fault.actor(), advice(fault));
  }

  private static String advice(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE -> "switch the printer on, check its cable and the configured address";
      case CANNOT_OPEN, NO_ANSWER -> "switch the printer off and on";
      case PROTOCOL_ERROR -> "what answers is no IPP printer; correct the configured address";
      case PAPER_OUT -> "put in paper";
      case PAPER_LOW -> "bring paper";
      case PAPER_JAM -> "open the printer and take out the paper that is stuck";
      case COVER_OPEN -> "close the cover and the trays";
      case TONER_LOW -> "bring a new cartridge";
      case TONER_OUT -> "change the cartridge";
      case MEDIA_RETAINED -> "empty the output tray";
      case NOT_THE_ACCEPTED_DEVICE ->
          "find out who exchanged it; put the right one back, or: kiosk device accept page-printer";
      default -> "see the printer's own display";
    };
  }
}
