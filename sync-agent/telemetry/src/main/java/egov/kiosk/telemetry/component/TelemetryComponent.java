package egov.kiosk.telemetry.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Measurements;
import egov.kiosk.domain.outbox.AppendSignal;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.telemetry.Sources;
import egov.kiosk.telemetry.Telemetry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Runs telemetry as long as there are a queue and a line. */
@Component(configurationPid = "telemetry", immediate = true, service = Measurements.class)
@Designate(ocd = TelemetryConfiguration.class)
public final class TelemetryComponent implements Measurements {
  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final List<Figures> figures = new CopyOnWriteArrayList<>();
  private final AtomicReference<ServiceLock> lock = new AtomicReference<>();
  private final AtomicReference<CatalogueStore> catalogue = new AtomicReference<>();
  private final AppendSignal signal;
  private final TelemetryNews news;
  private final Telemetry telemetry;
  private final Pulse pulse;

  /** Begins to tell. */
  @Activate
  public TelemetryComponent(
      TelemetryConfiguration configuration,
      @Reference Outbox outbox,
      @Reference AppendSignal signal,
      @Reference FleetLine line,
      @Reference EnvelopeSealer sealer,
      @Reference TelemetryNews news) {
    this.news = news;
    this.signal = signal;
    Sources sources =
        new Sources(
            sealer.kioskId(),
            BundleVersion.own(),
            inventory(),
            checks,
            devices,
            figures,
            outbox,
            () -> Optional.ofNullable(lock.get()),
            () -> Optional.ofNullable(catalogue.get()));
    telemetry =
        new Telemetry(
            sources,
            line,
            ConfiguredSettings.of(configuration),
            Clock.systemUTC(),
            System::nanoTime);
    signal.listen(telemetry);
    news.pass(telemetry);
    pulse = new Pulse(telemetry, configuration.checkSeconds());
  }

  private static Map<String, String> inventory() {
    return Map.of(
        "java", System.getProperty("java.runtime.version", "?"),
        "os", System.getProperty("os.name", "?") + ' ' + System.getProperty("os.version", "?"),
        "arch", System.getProperty("os.arch", "?"));
  }

  @Override
  public String text() {
    return telemetry.measurements().text();
  }

  /** Takes new settings while it works; unchanged ones change nothing. */
  @Modified
  void modified(TelemetryConfiguration configuration) {
    telemetry.settings(ConfiguredSettings.of(configuration));
    pulse.every(configuration.checkSeconds());
  }

  @Deactivate
  void deactivate() {
    signal.forget(telemetry);
    news.pass(null);
    pulse.close();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDevice(Device device) {
    devices.add(device);
  }

  void unbindDevice(Device device) {
    devices.remove(device);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindFigures(Figures room) {
    figures.add(room);
  }

  void unbindFigures(Figures room) {
    figures.remove(room);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindLock(ServiceLock service) {
    lock.set(service);
  }

  void unbindLock(ServiceLock service) {
    lock.compareAndSet(service, null);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindCatalogue(CatalogueStore service) {
    catalogue.set(service);
  }

  void unbindCatalogue(CatalogueStore service) {
    catalogue.compareAndSet(service, null);
  }
}
