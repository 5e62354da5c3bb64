package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What is known of the camera. While it is off nothing is known but whether its device file is
 * there; a fault met when it was last on is believed for a while.
 */
final class StatusKeeper {
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final BooleanSupplier present;
  private DeviceStatus status;
  private boolean filming;

  /**
   * @param present whether the device file is there; quick, and never opens it
   */
  StatusKeeper(InstantSource clock, BooleanSupplier present) {
    this.clock = clock;
    this.present = present;
    this.status = new DeviceStatus(DeviceState.ONLINE, Set.of(), clock.instant());
  }

  /**
   * Pictures come.
   *
   * @param fault what is wrong with them; gone as soon as they are good
   */
  synchronized void filming(Optional<FaultCode> fault) {
    filming = true;
    observe(
        fault.map(DeviceState::of).orElse(DeviceState.ONLINE), fault.map(Set::of).orElse(Set.of()));
  }

  /** Why there are no pictures. */
  synchronized void fault(FaultCode fault) {
    filming = false;
    observe(DeviceState.of(fault), Set.of(fault));
  }

  synchronized void off() {
    filming = false;
  }

  synchronized DeviceStatus status() {
    if (!filming && !present.getAsBoolean()) {
      observe(DeviceState.NO_DEVICE, Set.of(FaultCode.NO_DEVICE));
    } else if (!filming && (isGone() || isOld(clock.instant()))) {
      observe(DeviceState.ONLINE, Set.of());
    }
    return status;
  }

  private boolean isGone() {
    return status.state() == DeviceState.NO_DEVICE;
  }

  private boolean isOld(Instant now) {
    return status.since().plus(BELIEVED).isBefore(now);
  }

  private void observe(DeviceState state, Set<FaultCode> faults) {
    if (state != status.state() || !faults.equals(status.faults())) {
      status = new DeviceStatus(state, faults, clock.instant());
    }
  }
}
