package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all four status bytes together say.
 *
 * @param offline whether the printer will not print now
 * @param faults what it names as wrong
 */
record PrinterCondition(boolean offline, Set<FaultCode> faults) {
  /** An open cover also empties the paper sensor, so it comes first. */
  private static final List<FaultCode> STOPPING =
      List.of(FaultCode.COVER_OPEN, FaultCode.PAPER_OUT, FaultCode.PRINTER_ERROR);

  PrinterCondition {
    faults = Set.copyOf(faults);
  }

  /** What stops printing; empty when a slip can be printed. */
  Optional<FaultCode> obstacle() {
    Optional<FaultCode> named = STOPPING.stream().filter(faults::contains).findFirst();
    return named.isPresent() || !offline ? named : Optional.of(FaultCode.PRINTER_ERROR);
  }

  DeviceState state() {
    if (obstacle().isEmpty()) {
      return DeviceState.ONLINE;
    }
    return faults.contains(FaultCode.PRINTER_ERROR)
        ? DeviceState.HARDWARE_ERROR
        : DeviceState.OFFLINE;
  }
}
