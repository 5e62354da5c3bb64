package egov.kiosk.supervision.component;

import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.domain.health.MissingParts;
import egov.kiosk.launcher.port.Served;
import egov.kiosk.supervision.SupervisedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Tells systemd, from the moment the screens are served until the runtime stops. */
@Component(
    configurationPid = "supervision",
    immediate = true,
    service = {})
@Designate(ocd = SupervisionConfiguration.class)
public final class SupervisionComponent {
  private final Set<LifeSign> signs = new CopyOnWriteArraySet<>();
  private Optional<SupervisedProcess> process = Optional.empty();

  /** Active as soon as, and as long as, the screens are served. */
  @Reference private Served served;

  /** Asked before systemd is told that the kiosk is ready. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile MissingParts parts;

  @Activate
  void activate(SupervisionConfiguration configuration) {
    process =
        SupervisedProcess.of(
            System.getenv(),
            ProcessHandle.current().pid(),
            () -> signs,
            this::missing,
            Duration.ofSeconds(configuration.graceSeconds()));
    process.ifPresent(SupervisedProcess::ready);
  }

  private Optional<List<String>> missing() {
    return Optional.ofNullable(parts).flatMap(MissingParts::missing);
  }

  @Modified
  void modified(SupervisionConfiguration configuration) {
    process.ifPresent(found -> found.grace(Duration.ofSeconds(configuration.graceSeconds())));
  }

  @Deactivate
  void deactivate() {
    process.ifPresent(SupervisedProcess::close);
    process = Optional.empty();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindSign(LifeSign sign) {
    signs.add(sign);
  }

  void unbindSign(LifeSign sign) {
    signs.remove(sign);
  }
}
