package egov.kiosk.watch.component;

import egov.kiosk.watch.PartsCheck.Unmade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/**
 * What Declarative Services says of its components at one moment, read for what could not be made.
 * What nobody configured, and what lacks nothing else, is no fault.
 */
final class Components {
  private static final String OURS = "egov.kiosk.";

  /** Offered by whoever runs the bundles; another assembly than ours, Eclipse Kura, does not. */
  private static final String ASSEMBLY = OURS + "launcher.port.";

  /** How it stands with a component, from worst to best. */
  private enum Standing {
    /** It could not be made, or lacks what should be there. */
    UNMADE,
    /** Nobody configured it, or what it lacks. */
    RESTING,
    MADE
  }

  private final Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> all;
  private final Map<ComponentDescriptionDTO, Standing> known = new HashMap<>();
  private final List<Unmade> found = new ArrayList<>();
  private final List<Unmade> wanting = new ArrayList<>();

  private Components(Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> all) {
    this.all = all;
  }

  /**
   * What could not be made.
   *
   * @param all every component with the configurations it has
   * @return who only lacked another that is named is not among it: it comes back with that one
   */
  static List<Unmade> unmade(
      Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> all) {
    Components components = new Components(all);
    all.keySet().forEach(components::standing);
    return components.found.isEmpty() ? components.wanting : components.found;
  }

  private Standing standing(ComponentDescriptionDTO one) {
    if (!known.containsKey(one)) {
      // Two that wait for one another are both not made.
      known.put(one, Standing.UNMADE);
      Standing best = all.get(one).isEmpty() ? Standing.RESTING : Standing.UNMADE;
      for (ComponentConfigurationDTO made : all.get(one)) {
        Standing how = standing(one, made);
        best = how.compareTo(best) > 0 ? how : best;
      }
      known.put(one, best);
    }
    return known.get(one);
  }

  private Standing standing(ComponentDescriptionDTO one, ComponentConfigurationDTO made) {
    return switch (made.state) {
      case ComponentConfigurationDTO.FAILED_ACTIVATION -> {
        (Why.isWanting(made.failure) ? wanting : found)
            .add(new Unmade(called(one), Why.of(made.failure)));
        yield Standing.UNMADE;
      }
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          concernsUs(one) ? lacking(one, made) : Standing.RESTING;
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> Standing.RESTING;
      default -> Standing.MADE;
    };
  }

  /** Another house's components may wait for whatever they like. */
  private static boolean concernsUs(ComponentDescriptionDTO one) {
    return one.implementationClass.startsWith(OURS)
        || Arrays.stream(one.serviceInterfaces).anyMatch(name -> name.startsWith(OURS));
  }

  private Standing lacking(ComponentDescriptionDTO one, ComponentConfigurationDTO made) {
    Standing worst = Standing.RESTING;
    for (var lack : made.unsatisfiedReferences) {
      ReferenceDTO reference =
          Arrays.stream(one.references)
              .filter(known -> known.name.equals(lack.name))
              .findFirst()
              .orElse(null);
      // Asking for one of a certain kind is asking whether there is any.
      if (reference == null || lack.target != null) {
        continue;
      }
      String wanted = reference.interfaceName;
      List<Standing> offers = offers(wanted);
      // What only its own room could offer, that room offers where it was told to: a grid, say.
      boolean rests =
          offers.isEmpty()
              ? room(wanted).equals(room(one.implementationClass))
              : offers.stream().allMatch(Standing.RESTING::equals);
      if (wanted.startsWith(ASSEMBLY) || rests) {
        continue;
      }
      worst = Standing.UNMADE;
      (offers.contains(Standing.UNMADE) ? wanting : found)
          .add(new Unmade(called(one), "nothing offers " + simple(wanted)));
    }
    return worst;
  }

  private List<Standing> offers(String wanted) {
    return all.keySet().stream()
        .filter(other -> Arrays.asList(other.serviceInterfaces).contains(wanted))
        .map(this::standing)
        .toList();
  }

  private static String room(String type) {
    return type.substring(0, type.lastIndexOf('.'));
  }

  /** As the configuration file calls it; a class name is for programmers. */
  private static String called(ComponentDescriptionDTO one) {
    String[] pids = one.configurationPid;
    return simple(pids == null || pids.length == 0 ? one.name : pids[0]);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
