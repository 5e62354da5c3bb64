package egov.kiosk.flow;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A reader whose card and faults the test decides on. */
final class FakeReader implements IdCardReader {
  volatile DeviceState state = DeviceState.ONLINE;
  volatile IdCard card;
  volatile Set<FaultCode> faults = Set.of();
  volatile FaultCode fault;
  volatile FaultCode presenceFault;
  volatile boolean breaks;
  volatile int reads;

  @Override
  public String name() {
    return "id-card-reader";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(state, faults, Instant.EPOCH);
  }

  @Override
  public CardRead read(Duration timeout) throws DeviceException {
    reads++;
    if (breaks) {
      throw new IllegalStateException("a driver's mistake");
    }
    if (fault != null) {
      throw new DeviceException(fault, name(), "as the test wants");
    }
    if (card == null) {
      throw new DeviceException(FaultCode.NO_CARD, name(), "none");
    }
    return new CardRead(card, Duration.ofMillis(310), Duration.ofMillis(201));
  }

  @Override
  public boolean cardPresent(Duration timeout) throws DeviceException {
    if (presenceFault != null) {
      throw new DeviceException(presenceFault, name(), "as the test wants");
    }
    return card != null;
  }

  @Override
  public List<String> newestAddresses(Duration timeout) {
    return List.of();
  }

  @Override
  public String securityModuleId(Duration timeout) {
    return "05.01-20240101-0001234567-0987654321";
  }
}
