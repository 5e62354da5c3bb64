package egov.kiosk.link.component.offer;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.health.HealthCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * A driver that is registered, with its health check, while its configuration wants it: a kiosk
 * without such a device is not faulty, and somebody else's driver may take the place. Changed
 * settings replace the driver; unchanged ones touch nothing. Safe for use by several threads.
 *
 * @param <S> the driver's settings; equal ones need no other driver
 */
public final class DriverOffer<S> {
  private final BundleContext context;
  private final Function<S, Driver> opening;
  private final List<ServiceRegistration<?>> registered = new ArrayList<>();
  private Optional<S> settings = Optional.empty();
  private Optional<Driver> driver = Optional.empty();

  /**
   * A driver that was started.
   *
   * @param device registered as its ports and as {@link Device}
   * @param ports what else it is
   * @param check says how it is
   * @param close ends it
   */
  public record Driver(Device device, List<Class<?>> ports, HealthCheck check, Runnable close) {
    public Driver {
      Objects.requireNonNull(device, "device");
      ports = List.copyOf(ports);
      Objects.requireNonNull(check, "check");
      Objects.requireNonNull(close, "close");
    }
  }

  /**
   * Offers nothing yet.
   *
   * @param opening starts a driver
   */
  public DriverOffer(BundleContext context, Function<S, Driver> opening) {
    this.context = Objects.requireNonNull(context, "context");
    this.opening = Objects.requireNonNull(opening, "opening");
  }

  /**
   * Offers a driver of these settings, or none.
   *
   * @param wanted empty when this kiosk has no such device
   */
  public synchronized void want(Optional<S> wanted) {
    if (wanted.equals(settings)) {
      return;
    }
    close();
    if (wanted.isPresent()) {
      Driver fresh = opening.apply(wanted.get());
      driver = Optional.of(fresh);
      settings = wanted;
      List<String> ports = new ArrayList<>();
      fresh.ports().forEach(port -> ports.add(port.getName()));
      ports.add(Device.class.getName());
      registered.add(context.registerService(ports.toArray(String[]::new), fresh.device(), null));
      registered.add(context.registerService(HealthCheck.class, fresh.check(), null));
    }
  }

  /** Takes it back and ends the driver. */
  public synchronized void close() {
    registered.forEach(ServiceRegistration::unregister);
    registered.clear();
    driver.ifPresent(one -> one.close().run());
    driver = Optional.empty();
    settings = Optional.empty();
  }
}
