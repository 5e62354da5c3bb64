package egov.kiosk.domain.device;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of the kiosk's list of devices.
 *
 * @param device the device's name, e.g. {@code id-card-reader}
 * @param accepted the one that may serve under this name
 * @param acceptedAt when it was accepted
 * @param stranger another one that answered since, and is kept out; empty when there is none
 */
public record KnownDevice(
    String device, DeviceIdentity accepted, Instant acceptedAt, Optional<DeviceIdentity> stranger) {
  public KnownDevice {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(accepted, "accepted");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    Objects.requireNonNull(stranger, "stranger");
  }
}
