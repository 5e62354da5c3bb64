package egov.kiosk.localapi.component;

import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.LineRecorder;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.health.Measurements;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.fieldwork.desk.FieldDesk;
import egov.kiosk.fieldwork.desk.FieldRoom;
import egov.kiosk.flow.desk.SiteNotice;
import egov.kiosk.localapi.Notice;
import egov.kiosk.localapi.Technicians;
import egov.kiosk.localapi.technician.MachineDesk;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What those who work here may ask, each as soon as its room is open. */
@Component(name = "technician-services", service = TechnicianServices.class)
public final class TechnicianServices implements Technicians {
  private static final Logger LOG = LoggerFactory.getLogger(TechnicianServices.class);
  private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(5);

  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Outbox outbox;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Courier courier;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile AuditLog audit;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile RetentionDesk retention;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile KnownDevices knownDevices;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile LineRecorder recorder;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile PrintDesk prints;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile StaffDoor door;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile StaffAdministration staff;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile FieldRoom field;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Measurements measurements;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Traces traces;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile MachineConsole machine;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Enrolling enrolling;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile SiteNotice site;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Override
  public Optional<Outbox> outbox() {
    return Optional.ofNullable(outbox);
  }

  @Override
  public Optional<Courier> courier() {
    return Optional.ofNullable(courier);
  }

  @Override
  public AuditLog audit() {
    AuditLog open = audit;
    return open == null ? AuditLog.NONE : open;
  }

  @Override
  public Optional<RetentionDesk> retention() {
    return Optional.ofNullable(retention);
  }

  @Override
  public Optional<KnownDevices> knownDevices() {
    return Optional.ofNullable(knownDevices);
  }

  @Override
  public Optional<LineRecorder> recorder() {
    return Optional.ofNullable(recorder);
  }

  @Override
  public Optional<PrintDesk> prints() {
    return Optional.ofNullable(prints);
  }

  @Override
  public Optional<StaffDoor> door() {
    return Optional.ofNullable(door);
  }

  @Override
  public Optional<StaffAdministration> staff() {
    return Optional.ofNullable(staff);
  }

  @Override
  public Optional<FieldDesk> field() {
    return Optional.ofNullable(field).map(FieldRoom::desk);
  }

  @Override
  public Optional<Measurements> measurements() {
    return Optional.ofNullable(measurements);
  }

  @Override
  public Optional<Traces> traces() {
    return Optional.ofNullable(traces);
  }

  @Override
  public MachineDesk machine() {
    MachineConsole known = machine;
    return known == null ? MachineDesk.NONE : known;
  }

  /** Where it stands is told only with the reason: a machine that starts says nothing yet. */
  @Override
  public Notice notice() {
    Enrolling known = enrolling;
    if (known == null || known.enrolled()) {
      return Notice.STARTING;
    }
    SiteNotice place = site;
    return place == null
        ? new Notice(true, "", "", "")
        : new Notice(true, place.site(), place.helpPhone(), place.elsewhere());
  }

  @Override
  public List<Finding> findings() {
    return checks.stream()
        .sorted(Comparator.comparing(HealthCheck::name))
        .map(TechnicianServices::found)
        .toList();
  }

  /** One check that cannot be made, for a library that is missing, does not silence the others. */
  private static Finding found(HealthCheck check) {
    try {
      return check.check(CHECK_TIMEOUT);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("doctor: the check {} could not be made", check.name(), e);
      return new Finding(
          check.name(),
          Level.FAIL,
          "this check could not be made: " + e.getClass().getSimpleName(),
          Actor.TECHNICIAN,
          "look whether program-files names a missing file, and install the package again");
    }
  }
}
