package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last known status; a change is logged once. Written by one thread, read by any. */
final class ReaderState {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderState.class);

  private final InstantSource clock;
  private volatile DeviceStatus status;

  ReaderState(InstantSource clock) {
    this.clock = clock;
    this.status = new DeviceStatus(DeviceState.STARTING, Set.of(), clock.instant());
  }

  DeviceStatus status() {
    return status;
  }

  void well() {
    if (status.state() != DeviceState.ONLINE) {
      LOG.info("{}: in service", SerialIdCardReader.NAME);
    }
    status = new DeviceStatus(DeviceState.ONLINE, Set.of(), clock.instant());
  }

  /** Whether the fault is the reader's, and not the card's. */
  boolean failed(DeviceException failure) {
    FaultCode fault = failure.fault();
    if (fault.actor() != Actor.TECHNICIAN) {
      well();
      return false;
    }
    if (!status.faults().contains(fault)) {
      LOG.warn("{}", failure.getMessage());
    }
    status = new DeviceStatus(stateOf(fault), Set.of(fault), clock.instant());
    return true;
  }

  private static DeviceState stateOf(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE -> DeviceState.NO_DEVICE;
      case CANNOT_OPEN, NO_ANSWER -> DeviceState.OFFLINE;
      default -> DeviceState.HARDWARE_ERROR;
    };
  }
}
