package egov.kiosk.identity.liveness;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Whether a blink could be seen on this face: whether its eyes are plainly open while nothing is
 * asked. Behind glasses that shine, or under heavy lids, they may not be; then nobody is asked to
 * blink.
 */
public final class RestingEyes {
  private static final double PLAINLY = 0.8;
  private static final int LEAST_FRAMES = 3;

  private final Function<Observation, OptionalDouble> model;
  private final List<Double> seen = new ArrayList<>();

  /**
   * @param model how surely the eyes are open, 0 to 1; empty when nobody can tell
   */
  public RestingEyes(Function<Observation, OptionalDouble> model) {
    this.model = model;
  }

  /** Looks at the next usable face. */
  public void see(Observation face) {
    model.apply(face).ifPresent(seen::add);
  }

  /** Whether the eyes were plainly open in most faces so far. */
  public boolean readable() {
    double[] sorted = seen.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length >= LEAST_FRAMES && sorted[sorted.length / 2] >= PLAINLY;
  }

  /** How surely the eyes of this face are open; 1 when nobody can tell. */
  public double open(Observation face) {
    return model.apply(face).orElse(1);
  }
}
