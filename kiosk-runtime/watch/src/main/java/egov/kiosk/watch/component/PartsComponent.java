package egov.kiosk.watch.component;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.MissingParts;
import egov.kiosk.watch.PartsCheck;
import egov.kiosk.watch.PartsCheck.Unmade;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  public Optional<List<String>> missing() {
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

  private Optional<Collection<Unmade>> unmade() {
    ServiceComponentRuntime known = runtime;
    // A framework that stops takes parts away, and nobody misses them.
    if (known == null || context.getBundle(0).getState() == Bundle.STOPPING) {
      return Optional.empty();
    }
    Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> all = new HashMap<>();
    for (ComponentDescriptionDTO one : known.getComponentDescriptionDTOs(bundles())) {
      all.put(one, known.getComponentConfigurationDTOs(one));
    }
    return Optional.of(Components.unmade(all));
  }

  private Bundle[] bundles() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .toArray(Bundle[]::new);
  }
}
