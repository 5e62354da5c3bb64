package egov.kiosk.downlink.component;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.FleetListener;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.downlink.Downlink;
import egov.kiosk.downlink.DownlinkCheck;
import egov.kiosk.downlink.DownlinkDesk;
import egov.kiosk.downlink.Timing;
import egov.kiosk.downlink.store.AuditFile;
import egov.kiosk.downlink.store.Disk;
import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.Restart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the platform's orders as long as they can be verified. */
@Component(
    configurationPid = "downlink",
    immediate = true,
    service = {FleetListener.class, HealthCheck.class, RetainedStore.class})
@Designate(ocd = DownlinkConfiguration.class)
public final class DownlinkComponent implements FleetListener, HealthCheck, RetainedStore {
  private static final Logger LOG = LoggerFactory.getLogger(DownlinkComponent.class);

  private final ServiceSurroundings around;
  private final Downlink downlink = new Downlink();
  private final DownlinkCheck check;
  private final List<String> places;
  private final AuditFile lines;

  /**
   * Opens what was kept and starts to work.
   *
   * @throws IOException when the directory cannot be used
   */
  @Activate
  public DownlinkComponent(
      DownlinkConfiguration configuration,
      @Reference OrderVerifier verifier,
      @Reference StatementSealer sealer)
      throws IOException {
    places = places(configuration);
    around =
        new ServiceSurroundings(sealer.kioskId(), verifier, Path.of(configuration.logDirectory()));
    check = new DownlinkCheck(around);
    lines = new AuditFile(Path.of(configuration.auditFile()));
    DownlinkDesk.Files files =
        new DownlinkDesk.Files(Path.of(configuration.directory()), lines, new Disk());
    downlink.start(
        DownlinkDesk.open(
            around,
            files,
            Timing.USUAL,
            InstantSource.system(),
            System::nanoTime,
            downlink::nudge));
  }

  /** Says what changed in vain. */
  @Modified
  void modified(DownlinkConfiguration configuration) {
    if (!places(configuration).equals(places)) {
      LOG.warn("downlink: its places take effect when the runtime is started again");
    }
  }

  private static List<String> places(DownlinkConfiguration configuration) {
    return List.of(
        configuration.directory(), configuration.auditFile(), configuration.logDirectory());
  }

  @Deactivate
  void deactivate() {
    downlink.close();
  }

  @Override
  public void received(DownChannel channel, byte[] payload) {
    downlink.received(channel, payload);
  }

  @Override
  public Holding holding() {
    return lines.holding();
  }

  @Override
  public Due due(Instant before) throws IOException {
    return lines.due(before);
  }

  @Override
  public Due destroy(Instant before, int limit) throws IOException {
    return lines.destroy(before, limit);
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindLine(FleetLine service) {
    around.line.set(service);
  }

  void unbindLine(FleetLine service) {
    around.line.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSettings(RemoteSettings service) {
    around.settings.set(service);
  }

  void unbindSettings(RemoteSettings service) {
    around.settings.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindRestart(Restart service) {
    around.restart.set(service);
  }

  void unbindRestart(Restart service) {
    around.restart.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCatalogue(CatalogueStore service) {
    around.catalogue.set(service);
  }

  void unbindCatalogue(CatalogueStore service) {
    around.catalogue.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindService(ServiceLock service) {
    around.service.set(service);
  }

  void unbindService(ServiceLock service) {
    around.service.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAudit(AuditLog service) {
    around.audit.set(service);
  }

  void unbindAudit(AuditLog service) {
    around.audit.compareAndSet(service, AuditLog.NONE);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindProgress(ProgressComponent service) {
    around.progress.set(service);
  }

  void unbindProgress(ProgressComponent service) {
    around.progress.compareAndSet(service, null);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindHandler(CommandHandler handler) {
    around.handlers.add(handler);
  }

  void unbindHandler(CommandHandler handler) {
    around.handlers.remove(handler);
  }
}
