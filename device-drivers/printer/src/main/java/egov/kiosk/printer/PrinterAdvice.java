package egov.kiosk.printer;

import egov.kiosk.domain.device.FaultCode;

/** What to do about each fault of a printer, one sentence for a technician. */
final class PrinterAdvice {
  private PrinterAdvice() {}

  static String of(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE -> "switch the printer on and check its cable and configured address";
      case CANNOT_OPEN -> "give the runtime's user the port's group, or stop the other program";
      case NO_ANSWER -> "switch the printer off and on";
      case PROTOCOL_ERROR -> "what answers is no ESC/POS printer; correct the configured address";
      case PAPER_OUT -> "put in a new paper roll";
      case PAPER_LOW -> "bring a new paper roll";
      case COVER_OPEN -> "close the cover";
      case PRINTER_ERROR -> "free the knife and the paper path, then switch the printer off and on";
      case NOT_THE_ACCEPTED_DEVICE ->
          "find out who exchanged it; put the right one back, or: kiosk device accept printer";
      case PRINT_UNKNOWN -> "see whether a slip came out";
      default -> "try again";
    };
  }
}
