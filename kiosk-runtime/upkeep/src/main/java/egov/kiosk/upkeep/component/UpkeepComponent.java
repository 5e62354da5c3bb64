package egov.kiosk.upkeep.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.upkeep.look.Looks;
import egov.kiosk.upkeep.look.Machine;
import egov.kiosk.upkeep.look.Rooms;
import egov.kiosk.upkeep.look.Settings;
import egov.kiosk.upkeep.look.SystemNetwork;
import egov.kiosk.upkeep.look.SystemPrograms;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Offers each look at the machine to the doctor as a service of its own. */
@Component(configurationPid = "upkeep", immediate = true, service = UpkeepComponent.class)
@Designate(ocd = UpkeepConfiguration.class)
public final class UpkeepComponent implements Rooms {
  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final AtomicReference<Outbox> outbox = new AtomicReference<>();
  private final AtomicReference<Connectivity> connectivity = new AtomicReference<>();
  private final AtomicReference<ServiceLock> service = new AtomicReference<>();
  private final AtomicReference<SetupDesk> setup = new AtomicReference<>();
  private final AtomicReference<Supplies> supplies = new AtomicReference<>();
  private final List<ServiceRegistration<HealthCheck>> offered = new ArrayList<>();
  private final BundleContext context;
  private final ConfigurationAdmin admin;

  /** Looks at nothing yet. */
  @Activate
  public UpkeepComponent(
      BundleContext context,
      UpkeepConfiguration configuration,
      @Reference ConfigurationAdmin admin) {
    this.context = context;
    this.admin = admin;
    offer(configuration);
  }

  @Modified
  synchronized void modified(UpkeepConfiguration configuration) {
    deactivate();
    offer(configuration);
  }

  @Deactivate
  synchronized void deactivate() {
    offered.forEach(ServiceRegistration::unregister);
    offered.clear();
  }

  private void offer(UpkeepConfiguration configuration) {
    Machine machine =
        new Machine(
            Path.of("/"),
            Path.of(configuration.dataDirectory()).toAbsolutePath(),
            Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
            new Settings(() -> new InForce(admin, configuration).settings()),
            InstantSource.system(),
            () -> ManagementFactory.getRuntimeMXBean().getUptime() * 1_000_000L,
            new SystemPrograms());
    Looks.Program program =
        new Looks.Program(
            Runtime.version().feature(),
            ManagementFactory.getRuntimeMXBean().getInputArguments(),
            System.getProperty("user.name", ""),
            Runtime.getRuntime().availableProcessors());
    for (HealthCheck look : Looks.at(machine, new SystemNetwork(), this, program)) {
      offered.add(context.registerService(HealthCheck.class, look, null));
    }
  }

  @Override
  public Optional<Outbox> outbox() {
    return Optional.ofNullable(outbox.get());
  }

  @Override
  public boolean connected() {
    Connectivity known = connectivity.get();
    return known != null && known.online();
  }

  @Override
  public Optional<ServiceLock> service() {
    return Optional.ofNullable(service.get());
  }

  @Override
  public List<Device> devices() {
    return List.copyOf(devices);
  }

  @Override
  public List<Supplies.Supply> supplies() {
    Supplies counting = supplies.get();
    return counting == null ? List.of() : counting.supplies();
  }

  @Override
  public Optional<Instant> accepted() {
    SetupDesk desk = setup.get();
    return desk == null ? Optional.empty() : desk.view().accepted();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDevice(Device device) {
    devices.add(device);
  }

  void unbindDevice(Device device) {
    devices.remove(device);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindOutbox(Outbox opened) {
    outbox.set(opened);
  }

  void unbindOutbox(Outbox closed) {
    outbox.compareAndSet(closed, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindService(ServiceLock opened) {
    service.set(opened);
  }

  void unbindService(ServiceLock closed) {
    service.compareAndSet(closed, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindConnectivity(Connectivity opened) {
    connectivity.set(opened);
  }

  void unbindConnectivity(Connectivity closed) {
    connectivity.compareAndSet(closed, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSetup(SetupDesk opened) {
    setup.set(opened);
  }

  void unbindSetup(SetupDesk closed) {
    setup.compareAndSet(closed, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSupplies(Supplies opened) {
    supplies.set(opened);
  }

  void unbindSupplies(Supplies closed) {
    supplies.compareAndSet(closed, null);
  }
}
