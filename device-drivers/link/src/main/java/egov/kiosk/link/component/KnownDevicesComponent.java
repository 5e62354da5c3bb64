package egov.kiosk.link.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.KnownDevice;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.link.known.KnownDevicesCheck;
import egov.kiosk.link.known.KnownDevicesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The list of accepted devices as a service; an exchanged device is recorded once. */
@Component(
    name = "known-devices",
    configurationPid = "known-devices",
    service = {KnownDevices.class, HealthCheck.class})
@Designate(ocd = KnownDevicesConfiguration.class)
public final class KnownDevicesComponent implements KnownDevices, HealthCheck {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile AuditLog audit;

  private volatile String directory;
  private volatile KnownDevicesFile file;

  @Activate
  void activate(KnownDevicesConfiguration configuration) {
    open(configuration.directory());
  }

  @Modified
  void modified(KnownDevicesConfiguration configuration) {
    if (!configuration.directory().equals(directory)) {
      open(configuration.directory());
    }
  }

  private void open(String wanted) {
    file = new KnownDevicesFile(Path.of(wanted, "known-devices"), InstantSource.system());
    directory = wanted;
  }

  @Override
  public boolean admits(String device, DeviceIdentity identity) {
    Optional<DeviceIdentity> before = Optional.ofNullable(file.strangers().get(device));
    boolean admitted = file.admits(device, identity);
    AuditLog log = audit;
    if (!admitted && !before.equals(Optional.of(identity)) && log != null) {
      log.record(
          AuditEvent.of(AuditActor.SYSTEM, AuditAction.DEVICE_EXCHANGED, AuditResult.REFUSED)
              .about(AuditSubject.part(AuditCode.orOther(device))));
    }
    return admitted;
  }

  @Override
  public List<KnownDevice> list() {
    return file.list();
  }

  @Override
  public Optional<KnownDevice> accept(String device) throws IOException {
    return file.accept(device);
  }

  @Override
  public String name() {
    return KnownDevicesCheck.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    return new KnownDevicesCheck(file).check(timeout);
  }
}
