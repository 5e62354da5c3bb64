package egov.kiosk.link.component;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.link.attached.AttachedWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Looks after what is plugged in besides the kiosk's devices; a stranger is recorded. */
@Component(name = "attached", configurationPid = "attached", service = HealthCheck.class)
@Designate(ocd = AttachedConfiguration.class)
public final class AttachedComponent implements HealthCheck {
  private static final Path KERNEL = Path.of("/sys");

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile AuditLog audit;

  private volatile AttachedWatch watch;
  private Settings settings;
  private ScheduledExecutorService thread;

  private record Settings(Set<String> accepted, int lookSeconds) {}

  @Activate
  void activate(AttachedConfiguration configuration) {
    begin(settings(configuration));
  }

  @Modified
  void modified(AttachedConfiguration configuration) {
    Settings wanted = settings(configuration);
    if (!wanted.equals(settings)) {
      deactivate();
      begin(wanted);
    }
  }

  private static Settings settings(AttachedConfiguration configuration) {
    return new Settings(
        Arrays.stream(configuration.accepted())
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        configuration.lookSeconds());
  }

  private void begin(Settings wanted) {
    settings = wanted;
    AttachedWatch fresh = new AttachedWatch(KERNEL, wanted.accepted(), this::record);
    watch = fresh;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "kiosk-attached");
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(fresh::look, 0, wanted.lookSeconds(), TimeUnit.SECONDS);
  }

  @Deactivate
  void deactivate() {
    thread.shutdownNow();
  }

  private void record(String model) {
    AuditLog log = audit;
    if (log != null) {
      String kind = model.substring(0, model.indexOf(' ')).toLowerCase(Locale.ROOT);
      log.record(
          AuditEvent.of(AuditActor.SYSTEM, AuditAction.DEVICE_UNKNOWN, AuditResult.REFUSED)
              .about(AuditSubject.part(AuditCode.orOther(kind))));
    }
  }

  @Override
  public String name() {
    return watch.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return watch.check(timeout);
  }
}
