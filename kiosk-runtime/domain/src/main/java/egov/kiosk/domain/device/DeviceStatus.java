package egov.kiosk.domain.device;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of a device now.
 *
 * @param state its state
 * @param faults what is wrong or soon will be, e.g. {@link FaultCode#PAPER_LOW}; may be empty
 * @param since when this was observed
 */
public record DeviceStatus(DeviceState state, Set<FaultCode> faults, Instant since) {
  public DeviceStatus {
    Objects.requireNonNull(state, "state");
    faults = Set.copyOf(faults);
    Objects.requireNonNull(since, "since");
  }
}
