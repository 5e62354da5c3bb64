package egov.kiosk.flow.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.PageOutline;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.flow.CitizenSessions;
import egov.kiosk.flow.DeskThread;
import egov.kiosk.flow.SessionThread;
import egov.kiosk.flow.cabinet.ServiceDoor;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.HelpDesk;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.number.LocalNumbers;
import egov.kiosk.flow.surroundings.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
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
      ConnectivityListener.class,
      LifeSign.class
    })
@Designate(ocd = FlowConfiguration.class)
public final class FlowComponent
    implements CitizenDesk, ServiceLock, SettlementListener, ConnectivityListener, LifeSign {
  private static final Logger LOG = LoggerFactory.getLogger(FlowComponent.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServicePorts ports;
  private final SessionThread sessionThread = new SessionThread();
  private final DeskThread deskThread = new DeskThread();
  private final ServiceDoor door;
  private final CitizenSessions sessions;
  private volatile FlowSettings settings;

  @Activate
  public FlowComponent(
      FlowConfiguration configuration,
      @Reference EnvelopeSealer sealer,
      @Reference Sm3Digest digest,
      @Reference Outbox outbox,
      @Reference Catalogue catalogue,
      @Reference Neighbours neighbours) {
    settings = FlowSettings.of(configuration);
    door = new ServiceDoor(settings.stateDirectory());
    ports =
        new ServicePorts(
            sealer, digest, outbox, catalogue, neighbours, door, () -> settings.otherCredentials());
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
  public void shownIn(String sessionId, ShownLanguage language) throws DeskException {
    sessions.shownIn(sessionId, language);
  }

  @Override
  public Optional<byte[]> preview(String sessionId) throws DeskException {
    return sessions.preview(sessionId);
  }

  @Override
  public Optional<PageOutline> outline(String sessionId) throws DeskException {
    return sessions.outline(sessionId);
  }

  @Override
  public Optional<byte[]> page(String sessionId, String key) throws DeskException {
    return sessions.page(sessionId, key);
  }

  @Override
  public HelpDesk help() {
    return sessions.help();
  }

  @Override
  public Listening listen(DeskListener listener) {
    return sessions.listen(listener);
  }

  @Override
  public Set<Closure> closures() {
    return sessions.kiosk().closures();
  }

  @Override
  public boolean serving() {
    return sessions.current().isPresent();
  }

  @Override
  public void close(Closure why, boolean closed) throws IOException {
    // A technician's act is recorded with the name of who signed in, where that is known.
    if (door.close(why, closed) && why != Closure.MAINTENANCE) {
      ports
          .audit()
          .record(
              AuditEvent.of(
                  why == Closure.PLATFORM ? AuditActor.PLATFORM : AuditActor.SYSTEM,
                  closed ? AuditAction.SERVICE_LOCKED : AuditAction.SERVICE_UNLOCKED,
                  AuditResult.DONE));
    }
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    sessions.settled(receipt);
  }

  @Override
  public void connectivityChanged(boolean online) {
    sessions.connectivityChanged(online);
  }

  @Override
  public String name() {
    return "desk";
  }

  @Override
  public Duration silent() {
    return deskThread.silent();
  }

  /** The beat comes every second; a queue on a slow disk may hold one up. */
  @Override
  public Duration patience() {
    return PATIENCE;
  }
}
