package egov.kiosk.watch.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.launcher.port.Restart;
import egov.kiosk.watch.WatchRoom;
import egov.kiosk.watch.WatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The watch over parts, process and machine as a service. */
@Component(
    configurationPid = "watch",
    immediate = true,
    service = {SafeMode.class, HealthCheck.class, Figures.class})
@Designate(ocd = WatchConfiguration.class)
public final class WatchComponent implements SafeMode, HealthCheck, Figures {
  private final WatchRoom room;

  /**
   * Begins.
   *
   * @throws IOException when its directory cannot be used
   */
  @Activate
  public WatchComponent(WatchConfiguration configuration) throws IOException {
    room = new WatchRoom(settings(configuration));
  }

  @Modified
  void modified(WatchConfiguration configuration) {
    room.settings(settings(configuration));
  }

  @Deactivate
  void deactivate() {
    room.close();
  }

  private static WatchSettings settings(WatchConfiguration configuration) {
    return new WatchSettings(
        Path.of(configuration.directory()),
        Optional.of(configuration.rebootRequest()).filter(file -> !file.isBlank()).map(Path::of),
        configuration.partsAnHour(),
        configuration.processes(),
        Duration.ofMinutes(configuration.processMinutes()),
        configuration.reboots(),
        Duration.ofMinutes(configuration.courtesyMinutes()));
  }

  @Override
  public Optional<String> reason() {
    return room.mode().reason();
  }

  @Override
  public void enter(String reason) {
    room.mode().enter(reason);
  }

  @Override
  public void leave() {
    room.mode().leave();
  }

  @Override
  public Map<String, Number> figures() {
    return room.figures().figures();
  }

  @Override
  public String name() {
    return room.check().name();
  }

  @Override
  public Finding check(Duration timeout) {
    return room.check().check(timeout);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindSign(LifeSign sign, ServiceReference<LifeSign> reference) {
    room.came(sign, new BundlePart(reference.getBundle()));
  }

  void unbindSign(LifeSign sign) {
    room.went(sign);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDevice(Device device, ServiceReference<Device> reference) {
    room.came(device, new BundlePart(reference.getBundle()));
  }

  void unbindDevice(Device device) {
    room.went(device);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindLock(ServiceLock lock) {
    room.came(lock);
  }

  void unbindLock(ServiceLock lock) {
    room.went(lock);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindRestart(Restart restart) {
    room.came(restart);
  }

  void unbindRestart(Restart restart) {
    room.went(restart);
  }
}
