package egov.kiosk.domain.upkeep;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A device on its way through acceptance.
 *
 * @param device its name, e.g. {@code printer}
 * @param place the setting it is bound by, e.g. a path; empty when it has none
 * @param state how it is now
 * @param faults what is wrong with it now
 * @param identity which one of its kind answers; empty when it cannot tell
 * @param outcome what a person said of the trial
 * @param seen what the trial showed, in one sentence; empty before it
 * @param reason why it did not pass; empty otherwise
 * @param picture whether the trial left a picture to look at
 * @param at when it was judged
 */
public record DeviceTrial(
    String device,
    String place,
    DeviceState state,
    Set<FaultCode> faults,
    String identity,
    Outcome outcome,
    String seen,
    String reason,
    boolean picture,
    Optional<Instant> at) {
  public DeviceTrial {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(state, "state");
    faults = Set.copyOf(faults);
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }
}
