package egov.kiosk.flow;

import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.SocialCardReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A slot for social security cards whose card and faults the test decides on. */
final class FakeSlot implements SocialCardReader {
  DeviceState state = DeviceState.ONLINE;
  SocialCard card;
  FaultCode fault;
  boolean breaks;

  /** What happens while a card is being read. */
  Runnable meanwhile = () -> {};

  @Override
  public String name() {
    return "social-card-reader";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(state, Set.of(), Instant.EPOCH);
  }

  @Override
  public SocialCard read(Duration timeout) throws DeviceException {
    meanwhile.run();
    if (breaks) {
      throw new IllegalStateException("a driver's mistake");
    }
    if (fault != null) {
      throw new DeviceException(fault, name(), "as the test wants");
    }
    if (card == null) {
      throw new DeviceException(FaultCode.NO_CARD, name(), "none");
    }
    return card;
  }

  @Override
  public boolean cardPresent(Duration timeout) throws DeviceException {
    if (fault != null && fault != FaultCode.CARD_NOT_SUPPORTED) {
      throw new DeviceException(fault, name(), "as the test wants");
    }
    return card != null || fault != null;
  }
}
