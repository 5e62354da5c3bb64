package egov.kiosk.flow.component;

import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.flow.CitizenSessions;
import egov.kiosk.flow.DeskThread;
import egov.kiosk.flow.ServiceDoor;
import egov.kiosk.flow.SessionThread;
import egov.kiosk.flow.Ticker;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.number.LocalNumbers;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

/** The citizen's desk as a service. A device that is missing closes items, not the desk. */
@Component(
    configurationPid = "flow",
    immediate = true,
    service = {
      CitizenDesk.class,
      ServiceLock.class,
      SettlementListener.class,
      ConnectivityListener.class
    })
@Designate(ocd = FlowConfiguration.class)
public final class FlowComponent
    implements CitizenDesk, ServiceLock, SettlementListener, ConnectivityListener {
  private static final Logger LOG = LoggerFactory.getLogger(FlowComponent.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final ServicePorts ports;
  private final SessionThread sessionThread = new SessionThread();
  private final DeskThread deskThread = new DeskThread();
  private final ServiceDoor door;
  private final CitizenSessions sessions;
  private FlowSettings settings;

  @Activate
  public FlowComponent(
      FlowConfiguration configuration,
      @Reference EnvelopeSealer sealer,
      @Reference Sm3Digest digest,
      @Reference Outbox outbox,
      @Reference Catalogue catalogue) {
    settings = FlowSettings.of(configuration);
    door = new ServiceDoor(settings.stateDirectory());
    ports = new ServicePorts(sealer, digest, outbox, catalogue, door);
    InstantSource clock = InstantSource.system();
    sessions =
        new CitizenSessions(
            ports,
            settings.desk(),
            new LocalNumbers(settings.stateDirectory(), clock),
            clock,
            Ticker.system(),
            sessionThread,
            deskThread);
    deskThread.every(BEAT, sessions::beat);
  }

  @Modified
  synchronized void modified(FlowConfiguration configuration) {
    FlowSettings changed = FlowSettings.of(configuration);
    if (!changed.desk().equals(settings.desk())) {
      sessions.settings(changed.desk());
    }
    if (!changed.stateDirectory().equals(settings.stateDirectory())) {
      LOG.warn("flow: stateDirectory takes effect when the runtime is started again");
    }
    settings = changed;
  }

  @Deactivate
  void deactivate() {
    sessions.close();
    sessionThread.close();
    deskThread.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindFaceVerifier(FaceVerifier service) {
    ports.faceVerifier.set(service);
  }

  void unbindFaceVerifier(FaceVerifier service) {
    ports.faceVerifier.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindReader(IdCardReader service) {
    ports.reader.set(service);
  }

  void unbindReader(IdCardReader service) {
    ports.reader.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPrinter(Printer service) {
    ports.printer.set(service);
  }

  void unbindPrinter(Printer service) {
    ports.printer.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPrints(PrintDesk service) {
    ports.prints.set(service);
  }

  void unbindPrints(PrintDesk service) {
    ports.prints.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCamera(Camera service) {
    ports.camera.set(service);
  }

  void unbindCamera(Camera service) {
    ports.camera.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSlips(SlipKeeper service) {
    ports.slips.set(service);
  }

  void unbindSlips(SlipKeeper service) {
    ports.slips.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindConnectivity(Connectivity service) {
    ports.connectivity.set(service);
  }

  void unbindConnectivity(Connectivity service) {
    ports.connectivity.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindStaff(StaffDoor service) {
    ports.staff.set(service);
  }

  void unbindStaff(StaffDoor service) {
    ports.staff.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAudit(AuditLog service) {
    ports.audit.set(service);
  }

  void unbindAudit(AuditLog service) {
    ports.audit.compareAndSet(service, AuditLog.NONE);
  }

  @Override
  public KioskView kiosk() {
    return sessions.kiosk();
  }

  @Override
  public List<ItemView> items() {
    return sessions.items();
  }

  @Override
  public SessionView begin(String itemCode) throws DeskException {
    return sessions.begin(itemCode);
  }

  @Override
  public SessionView view(String sessionId) throws DeskException {
    return sessions.view(sessionId);
  }

  @Override
  public Optional<SessionView> current() {
    return sessions.current();
  }

  @Override
  public Optional<SessionView> act(String sessionId, Action action) throws DeskException {
    return sessions.act(sessionId, action);
  }

  @Override
  public Optional<byte[]> preview(String sessionId) throws DeskException {
    return sessions.preview(sessionId);
  }

  @Override
  public Listening listen(DeskListener listener) {
    return sessions.listen(listener);
  }

  @Override
  public boolean locked() {
    return door.locked();
  }

  @Override
  public boolean serving() {
    return sessions.current().isPresent();
  }

  @Override
  public void lock(boolean locked) throws IOException {
    door.lock(locked);
    ports
        .audit()
        .record(
            AuditEvent.of(
                AuditActor.PLATFORM,
                locked ? AuditAction.SERVICE_LOCKED : AuditAction.SERVICE_UNLOCKED,
                AuditResult.DONE));
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    sessions.settled(receipt);
  }

  @Override
  public void connectivityChanged(boolean online) {
    sessions.connectivityChanged(online);
  }
}
