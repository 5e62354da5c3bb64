package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import java.util.Objects;
import java.util.Set;

/**
 * What a device says about itself while it answers.
 *
 * @param state its state, e.g. OFFLINE when it will not print now
 * @param faults what it names as wrong or soon to be; may be empty
 */
public record Condition(DeviceState state, Set<FaultCode> faults) {
  /** In service, nothing wrong. */
  public static final Condition WELL = new Condition(DeviceState.ONLINE, Set.of());

  public Condition {
    Objects.requireNonNull(state, "state");
    faults = Set.copyOf(faults);
  }
}
