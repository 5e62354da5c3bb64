package egov.kiosk.updates.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.launcher.port.Restart;
import egov.kiosk.launcher.port.Served;
import egov.kiosk.updates.desk.Around;
import egov.kiosk.updates.desk.TrialWatch;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The other rooms, as their services come and go. */
final class ServicesAround implements Around {
  private static final Duration EACH = Duration.ofSeconds(2);

  final AtomicReference<ServiceLock> lock = new AtomicReference<>();
  final AtomicReference<Outbox> outbox = new AtomicReference<>();
  final AtomicReference<Connectivity> line = new AtomicReference<>();
  final AtomicReference<Restart> restart = new AtomicReference<>();
  final AtomicReference<Served> served = new AtomicReference<>();
  final AtomicReference<AuditLog> audit = new AtomicReference<>(AuditLog.NONE);
  final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  final List<LifeSign> signs = new CopyOnWriteArrayList<>();

  @Override
  public boolean served() {
    return served.get() != null;
  }

  @Override
  public boolean serving() {
    return Optional.ofNullable(lock.get()).map(ServiceLock::serving).orElse(false);
  }

  /** A queue that cannot be asked is no reason to begin anything. */
  @Override
  public boolean queueFull() {
    return Optional.ofNullable(outbox.get())
        .map(queue -> queue.fill().level() != Fill.Level.ROOM)
        .orElse(true);
  }

  @Override
  public TrialWatch.Seen look() {
    Set<String> working = new TreeSet<>();
    for (HealthCheck check : checks) {
      // This room's own finding is about the trial itself.
      if (!check.name().equals(UpdatesCheck.NAME) && check.check(EACH).level() != Level.FAIL) {
        working.add(check.name());
      }
    }
    Set<String> silent = new TreeSet<>();
    for (LifeSign sign : signs) {
      if (!sign.alive()) {
        silent.add(sign.name());
      }
    }
    boolean online = Optional.ofNullable(line.get()).map(Connectivity::online).orElse(false);
    return new TrialWatch.Seen(working, silent, online);
  }

  @Override
  public void restart() {
    Optional.ofNullable(restart.get()).ifPresent(Restart::restart);
  }

  @Override
  public void record(AuditResult result, String reason, long version) {
    audit
        .get()
        .record(
            AuditEvent.of(AuditActor.SYSTEM, AuditAction.UPDATE, result)
                .with(AuditAttribute.REASON, AuditCode.orOther(reason.toLowerCase(Locale.ROOT)))
                .with(AuditAttribute.REVISION, version));
  }
}
