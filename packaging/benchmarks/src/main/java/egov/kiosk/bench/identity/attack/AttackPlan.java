package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.FaceDemand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is presented.
 *
 * @param faces a folder of pictures; read, never copied
 * @param skip how many people are left out first, to go on where an earlier run ended
 * @param people how many of them after that; when there are fewer, other pictures of them count,
 *     too
 * @param half which half of the people
 * @param demands what the item asks for
 * @param only names of species; empty for all
 * @param hands how many people at a time
 * @param frame from one frame to the next; a kiosk looks at some ten a second
 * @param raster of prints and screens
 * @param infrared whether there is an infrared camera, too
 * @param realTime whether time goes by as at a kiosk; otherwise frames make it, as quickly as they
 *     are looked at
 */
public record AttackPlan(
    Path faces,
    int skip,
    int people,
    Cast.Half half,
    List<FaceDemand> demands,
    List<String> only,
    int hands,
    Duration frame,
    Raster raster,
    boolean infrared,
    boolean realTime) {
  public AttackPlan {
    demands = List.copyOf(demands);
    only = List.copyOf(only);
    if (hands < 1 || frame.toMillis() < 1 || skip < 0) {
      throw new IllegalArgumentException("at least one hand and a millisecond a frame");
    }
  }

  /** How it is presented, in one line. */
  String line() {
    return "half %s, raster %s, %d ms a frame%s%s"
        .formatted(
            half,
            raster,
            frame.toMillis(),
            infrared ? ", infrared" : "",
            realTime ? ", in real time" : "");
  }

  boolean wants(Species species) {
    return only.isEmpty() || only.contains(species.name());
  }
}
