package egov.kiosk.downlink.component;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.downlink.command.SelfTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Offers the self-test. */
@Component
public final class SelfTestComponent implements CommandHandler {
  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private final SelfTest test = new SelfTest(() -> List.copyOf(checks), System::nanoTime);

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindHealthCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindHealthCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Override
  public String name() {
    return test.name();
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    return test.run(arguments);
  }
}
