package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.FaceDemand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is presented.
 *
 * @param faces a folder of pictures; read, never copied
 * @param people how many of them
 * @param half which half of the people
 * @param demands what the item asks for
 * @param only names of species; empty for all
 * @param hands how many presentations at a time
 * @param frame from one frame to the next; a kiosk looks at some ten a second
 * @param infrared whether there is an infrared camera, too
 */
public record AttackPlan(
    Path faces,
    int people,
    Cast.Half half,
    List<FaceDemand> demands,
    List<String> only,
    int hands,
    Duration frame,
    boolean infrared) {
  public AttackPlan {
    demands = List.copyOf(demands);
    only = List.copyOf(only);
    if (hands < 1 || frame.toMillis() < 1) {
      throw new IllegalArgumentException("at least one hand and a millisecond a frame");
    }
  }

  boolean wants(Species species) {
    return only.isEmpty() || only.contains(species.name());
  }
}
