package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last known status; a change is logged once. Written by one thread, read by any. */
final class PrinterState {
  private static final Logger LOG = LoggerFactory.getLogger(PrinterState.class);

  private final InstantSource clock;
  private volatile DeviceStatus status;

  PrinterState(InstantSource clock) {
    this.clock = clock;
    this.status = new DeviceStatus(DeviceState.STARTING, Set.of(), clock.instant());
  }

  DeviceStatus status() {
    return status;
  }

  void observed(PrinterCondition condition) {
    set(condition.state(), condition.faults());
  }

  void failed(FaultCode fault) {
    set(
        fault == FaultCode.NO_DEVICE
            ? DeviceState.NO_DEVICE
            : fault == FaultCode.PROTOCOL_ERROR ? DeviceState.HARDWARE_ERROR : DeviceState.OFFLINE,
        Set.of(fault));
  }

  private void set(DeviceState state, Set<FaultCode> faults) {
    DeviceStatus before = status;
    status = new DeviceStatus(state, faults, clock.instant());
    if (before.state() != state || !before.faults().equals(status.faults())) {
      LOG.info("{}: {} {}", EscPosPrinter.NAME, state, status.faults());
    }
  }
}
