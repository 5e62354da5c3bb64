package egov.kiosk.audit.component;

import egov.kiosk.audit.AuditCheck;
import egov.kiosk.audit.AuditTrail;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSigner;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log as a service, from the start of the runtime to its end. */
@Component(
    configurationPid = "audit",
    immediate = true,
    service = {AuditLog.class, HealthCheck.class, AuditComponent.class})
@Designate(ocd = AuditConfiguration.class)
public final class AuditComponent implements AuditLog, HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(AuditComponent.class);

  private final AtomicReference<AuditSigner> signer = new AtomicReference<>();
  private final AtomicReference<FleetLine> line = new AtomicReference<>();
  private final AuditNews news;
  private final AuditTrail trail;
  private final AuditCheck check;
  private final Keeper keeper = new Keeper("audit", 2);
  private final String directory;

  /**
   * Opens the log.
   *
   * @throws IOException when its directory cannot be used
   */
  @Activate
  public AuditComponent(
      BundleContext context,
      AuditConfiguration configuration,
      @Reference StatementSealer sealer,
      @Reference ConfigurationAdmin admin,
      @Reference AuditNews news)
      throws IOException {
    this.news = news;
    directory = configuration.directory();
    String release = context.getBundle().getVersion().toString();
    trail =
        AuditTrail.open(
            ConfiguredSettings.log(configuration, sealer.kioskId(), release),
            ConfiguredSettings.trail(configuration),
            new AuditTrail.Around(
                () -> Optional.ofNullable(signer.get()), () -> Optional.ofNullable(line.get())),
            InstantSource.system(),
            System::nanoTime);
    check = new AuditCheck(trail);
    trail.recordSoon(
        AuditEvent.of(AuditActor.SYSTEM, AuditAction.RUNTIME_STARTED, AuditResult.DONE)
            .with(AuditAttribute.RELEASE, AuditCode.orOther(release)));
    ConfigurationWatch settings = new ConfigurationWatch(trail, admin, directory);
    news.pass(trail, settings);
    keeper.start(trail::flush, List.of(trail::beat, settings::beat));
  }

  /** Takes new settings while it works; another directory takes a start. */
  @Modified
  void modified(AuditConfiguration configuration) {
    trail.settings(ConfiguredSettings.trail(configuration));
    if (!configuration.directory().equals(directory)) {
      LOG.warn("audit: another directory takes effect when the runtime is started again");
    }
  }

  @Deactivate
  void deactivate() throws IOException {
    news.pass(null, null);
    keeper.close();
    record(AuditEvent.of(AuditActor.SYSTEM, AuditAction.RUNTIME_STOPPED, AuditResult.DONE));
    trail.close();
  }

  @Override
  public boolean accepting() {
    return trail.accepting();
  }

  @Override
  public void record(AuditEvent event) {
    trail.record(event);
  }

  @Override
  public void require(AuditEvent event) throws AuditUnavailableException {
    trail.require(event);
  }

  /** Where the log lies. */
  Path directory() {
    return Path.of(directory);
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
  void bindSigner(AuditSigner service) {
    signer.set(service);
  }

  void unbindSigner(AuditSigner service) {
    signer.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindLine(FleetLine service) {
    line.set(service);
  }

  void unbindLine(FleetLine service) {
    line.compareAndSet(service, null);
  }
}
