package egov.kiosk.watch.component;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.MissingParts;
import egov.kiosk.watch.PartsCheck;
import egov.kiosk.watch.PartsCheck.Unmade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks Declarative Services which of our components, and drivers of others, it could not make. */
@Component(
    name = "parts",
    service = {HealthCheck.class, MissingParts.class})
public final class PartsComponent implements HealthCheck, MissingParts {
  private final PartsCheck check = new PartsCheck(this::unmade);
  private final BundleContext context;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile ServiceComponentRuntime runtime;

  /** Asks nothing yet. */
  @Activate
  public PartsComponent(BundleContext context) {
    this.context = context;
  }

  @Override
  public List<String> missing() {
    return check.missing();
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }

  private Collection<Unmade> unmade() {
    ServiceComponentRuntime known = runtime;
    List<Unmade> found = new ArrayList<>();
    List<Unmade> wanting = new ArrayList<>();
    if (known != null) {
      for (ComponentDescriptionDTO one : known.getComponentDescriptionDTOs(bundles())) {
        for (ComponentConfigurationDTO made : known.getComponentConfigurationDTOs(one)) {
          if (made.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            (Why.isWanting(made.failure) ? wanting : found)
                .add(new Unmade(called(one), Why.of(made.failure)));
          }
        }
      }
    }
    // Who only lacked another is no news beside it, and comes back with it.
    return found.isEmpty() ? wanting : found;
  }

  private Bundle[] bundles() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .toArray(Bundle[]::new);
  }

  /** As the configuration file calls it; a class name is for programmers. */
  private static String called(ComponentDescriptionDTO one) {
    String[] pids = one.configurationPid;
    String name = pids == null || pids.length == 0 ? one.name : pids[0];
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
