package egov.kiosk.audit.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Records when keys and certificates get out of order, and when they are in order again. */
@Component(
    immediate = true,
    service = {})
public final class KeyWatch {
  /** The checks that speak of keys, by name. */
  private static final Set<String> CHECKS =
      Set.of("certificate", "certificates", "custody", "keys");

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private final Map<String, Level> known = new ConcurrentHashMap<>();
  private final AuditLog log;
  private final Keeper keeper = new Keeper("audit-keys", 1);

  /** Begins to look. */
  @Activate
  public KeyWatch(@Reference AuditLog log) {
    this.log = log;
    keeper.every(PAUSE, this::look);
  }

  @Deactivate
  void deactivate() {
    keeper.close();
  }

  void look() {
    for (HealthCheck check : checks) {
      if (CHECKS.contains(check.name())) {
        Level level = check.check(PATIENCE).level();
        Level before = known.put(check.name(), level);
        if (level != (before == null ? Level.OK : before)) {
          log.record(
              AuditEvent.of(
                      AuditActor.SYSTEM,
                      AuditAction.KEYS,
                      level == Level.FAIL ? AuditResult.FAILED : AuditResult.DONE)
                  .with(AuditAttribute.COMPONENT, AuditCode.orOther(check.name()))
                  .with(AuditAttribute.REASON, level));
        }
      }
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }
}
