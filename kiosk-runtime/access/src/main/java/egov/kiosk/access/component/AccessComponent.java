package egov.kiosk.access.component;

import egov.kiosk.access.AccessRoom;
import egov.kiosk.access.AccessSettings;
import egov.kiosk.access.Around;
import egov.kiosk.access.book.BookPlace;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Challenge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.DropReason;
import egov.kiosk.domain.access.FirstStaff;
import egov.kiosk.domain.access.LockoutListener;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.SignedIn;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffEntry;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.ConnectivityListener;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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

/** Door and office as services, from the start of the runtime to its end. */
@Component(
    configurationPid = "access",
    immediate = true,
    service = {
      StaffDoor.class,
      StaffAdministration.class,
      FirstStaff.class,
      HealthCheck.class,
      ConnectivityListener.class
    })
@Designate(ocd = AccessConfiguration.class)
public final class AccessComponent
    implements StaffDoor, StaffAdministration, FirstStaff, HealthCheck, ConnectivityListener {
  private static final Logger LOG = LoggerFactory.getLogger(AccessComponent.class);
  private static final long BEAT_SECONDS = 30;

  /** Until the log is open, nothing that must be recorded is done. */
  private static final AuditLog ABSENT =
      new AuditLog() {
        @Override
        public void record(AuditEvent event) {
          // Nobody listens yet.
        }

        @Override
        public void require(AuditEvent event) throws AuditUnavailableException {
          throw new AuditUnavailableException(
              AuditUnavailableException.Reason.CLOSED, "the audit log is not open");
        }
      };

  private final AtomicReference<AuditLog> audit = new AtomicReference<>(ABSENT);
  private final List<LockoutListener> lockouts = new CopyOnWriteArrayList<>();
  private final BookPlace place;
  private final AccessRoom room;
  private final ScheduledExecutorService beat;
  private volatile AccessSettings settings;

  /** Opens the book. */
  @Activate
  public AccessComponent(AccessConfiguration configuration, @Reference StatementSealer kiosk) {
    settings = settings(configuration);
    place = place(configuration);
    room =
        AccessRoom.open(
            place,
            new Around(
                kiosk::kioskId,
                () -> settings,
                audit::get,
                InstantSource.system(),
                this::lockedOut),
            new SecureRandom(),
            System::nanoTime);
    beat =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "access");
              thread.setDaemon(true);
              return thread;
            });
    beat.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  @Modified
  void modified(AccessConfiguration configuration) {
    settings = settings(configuration);
    if (!place(configuration).equals(place)) {
      LOG.warn("access: other places take effect when the runtime is started again");
    }
  }

  @Deactivate
  void deactivate() {
    beat.shutdownNow();
    room.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAudit(AuditLog log) {
    audit.set(log);
    room.announce();
  }

  void unbindAudit(AuditLog log) {
    audit.compareAndSet(log, ABSENT);
  }

  private void lockedOut(StaffRole role) {
    for (LockoutListener listener : lockouts) {
      try {
        listener.lockedOut(role);
      } catch (RuntimeException e) {
        LOG.error("access: who is told of a lock-out failed; please report this", e);
      }
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindLockoutListener(LockoutListener listener) {
    lockouts.add(listener);
  }

  void unbindLockoutListener(LockoutListener listener) {
    lockouts.remove(listener);
  }

  private void beat() {
    try {
      room.beat();
    } catch (RuntimeException e) {
      LOG.error("The beat of the access room failed unexpectedly; please report this", e);
    }
  }

  private static BookPlace place(AccessConfiguration configuration) {
    return new BookPlace(
        Path.of(configuration.directory()),
        Path.of(configuration.secretFile()),
        Optional.of(configuration.machineFile()).filter(name -> !name.isEmpty()).map(Path::of));
  }

  private static AccessSettings settings(AccessConfiguration configuration) {
    return new AccessSettings(
        configuration.administratorCard(),
        Duration.ofMinutes(configuration.idleMinutes()),
        Duration.ofMinutes(configuration.longestMinutes()),
        Duration.ofHours(configuration.gridOfflineHours()));
  }

  @Override
  public Challenge challenge(Badge badge) throws AccessException {
    return room.door().challenge(badge);
  }

  @Override
  public SignedIn signIn(Badge badge, Credentials credentials) throws AccessException {
    return room.door().signIn(badge, credentials);
  }

  @Override
  public void confirm(Badge badge, String pin, StaffRole asked) throws AccessException {
    room.door().confirm(badge, pin, asked);
  }

  @Override
  public Presence who(String token) throws AccessException {
    return room.door().who(token);
  }

  @Override
  public Presence use(String token, StaffRole asked) throws AccessException {
    return room.door().use(token, asked);
  }

  @Override
  public void changePin(String token, String pin, String newPin) throws AccessException {
    room.door().changePin(token, pin, newPin);
  }

  @Override
  public void signOut(String token) {
    room.door().signOut(token);
  }

  @Override
  public void drop(DropReason reason) {
    room.door().drop(reason);
  }

  @Override
  public List<StaffEntry> list(String token) throws AccessException {
    return room.office().list(token);
  }

  @Override
  public Optional<String> add(String token, Badge badge, StaffRole role, Optional<String> pin)
      throws AccessException {
    return room.office().add(token, badge, role, pin);
  }

  @Override
  public Optional<String> reset(String token, Badge badge, Optional<String> pin)
      throws AccessException {
    return room.office().reset(token, badge, pin);
  }

  @Override
  public void unlock(String token, Badge badge) throws AccessException {
    room.office().unlock(token, badge);
  }

  @Override
  public void remove(String token, Badge badge) throws AccessException {
    room.office().remove(token, badge);
  }

  @Override
  public String addCard(String token, Badge badge, String publicKey) throws AccessException {
    return room.office().addCard(token, badge, publicKey);
  }

  @Override
  public void removeCard(String token, Badge badge, String fingerprint) throws AccessException {
    room.office().removeCard(token, badge, fingerprint);
  }

  @Override
  public boolean wanted() {
    return room.first().wanted();
  }

  @Override
  public void check(Badge badge, String pin) throws AccessException {
    room.first().check(badge, pin);
  }

  @Override
  public void take(Badge badge, String pin) throws AccessException {
    room.first().take(badge, pin);
  }

  @Override
  public String name() {
    return room.check().name();
  }

  @Override
  public Finding check(Duration timeout) {
    return room.check().check(timeout);
  }

  @Override
  public void connectivityChanged(boolean online) {
    room.contact(online);
  }
}
