package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.InfraredCamera;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An infrared camera beside a presentation's camera. */
record InfraredStand(Presenter presenter) implements InfraredCamera {
  @Override
  public String name() {
    return "infrared-camera";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(DeviceState.ONLINE, Set.of(), Instant.EPOCH);
  }

  @Override
  public Stream open() {
    return new Stream() {
      @Override
      public Optional<Frame> next(Duration timeout) {
        return presenter.infrared();
      }

      @Override
      public Optional<byte[]> preview() {
        return Optional.empty();
      }

      @Override
      public void close() {}
    };
  }
}
