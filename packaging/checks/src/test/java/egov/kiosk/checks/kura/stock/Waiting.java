package egov.kiosk.checks.kura.stock;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Which of our components are not there, and what they wait for. */
final class Waiting {
  private Waiting() {}

  /** {@code NAME[WHAT WHAT]}, blanks between. */
  static String of(BundleContext context) {
    ServiceComponentRuntime runtime =
        context.getService(context.getServiceReference(ServiceComponentRuntime.class));
    return runtime.getComponentDescriptionDTOs().stream()
        .filter(one -> one.bundle.symbolicName.startsWith("egov.kiosk"))
        .flatMap(one -> of(runtime, one))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> of(ServiceComponentRuntime runtime, ComponentDescriptionDTO one) {
    String name = one.name.substring(one.name.lastIndexOf('.') + 1);
    var configured = runtime.getComponentConfigurationDTOs(one);
    if (configured.isEmpty()) {
      return Stream.of(name + "[none]");
    }
    return configured.stream()
        .filter(
            state ->
                state.state != ComponentConfigurationDTO.ACTIVE
                    && state.state != ComponentConfigurationDTO.SATISFIED)
        .map(
            state ->
                name
                    + Arrays.stream(state.unsatisfiedReferences)
                        .map(missing -> missing.name + "=" + missing.target)
                        .toList()
                    + (state.failure == null ? "" : state.failure.lines().findFirst().orElse("")));
  }
}
