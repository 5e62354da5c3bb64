package egov.kiosk.localapi.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.domain.upkeep.Upkeep;
import egov.kiosk.launcher.port.Restart;
import egov.kiosk.localapi.technician.MachineDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What of the machine a technician may ask, gathered from the rooms that are there. */
@Component(name = "machine-console", service = MachineConsole.class)
public final class MachineConsole implements MachineDesk {
  private final List<Device> devices = new CopyOnWriteArrayList<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile ServiceLock service;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile SafeMode safeMode;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile SetupDesk setup;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Upkeep upkeep;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Supplies supplies;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Restart restart;

  @Override
  public List<Device> devices() {
    return devices.stream().sorted(Comparator.comparing(Device::name)).toList();
  }

  @Override
  public Optional<ServiceLock> service() {
    return Optional.ofNullable(service);
  }

  @Override
  public Optional<SafeMode> safeMode() {
    return Optional.ofNullable(safeMode);
  }

  @Override
  public Optional<SetupDesk> setup() {
    return Optional.ofNullable(setup);
  }

  @Override
  public Optional<Upkeep> upkeep() {
    return Optional.ofNullable(upkeep);
  }

  @Override
  public Optional<Supplies> supplies() {
    return Optional.ofNullable(supplies);
  }

  @Override
  public Optional<Runnable> restart() {
    return Optional.ofNullable(restart).map(one -> one::restart);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDevice(Device device) {
    devices.add(device);
  }

  void unbindDevice(Device device) {
    devices.remove(device);
  }
}
