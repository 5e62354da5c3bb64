package egov.kiosk.audit.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSigner;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Records when keys and certificates get out of order, when they are in order again, and when
 * others take their place.
 */
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
  private final AtomicReference<AuditSigner> signer = new AtomicReference<>();
  private final AuditLog log;
  private final TrustWatch trust;
  private final Keeper keeper = new Keeper("audit-keys", 1);

  /** Begins to look. */
  @Activate
  public KeyWatch(@Reference AuditComponent audit, @Reference ConfigurationAdmin admin)
      throws IOException {
    this(audit, new TrustWatch(audit, admin, audit.directory()));
  }

  KeyWatch(AuditLog log, TrustWatch trust) {
    this.log = log;
    this.trust = trust;
    keeper.every(PAUSE, this::look);
    keeper.every(PAUSE, () -> trust.look(Optional.ofNullable(signer.get())));
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
}
