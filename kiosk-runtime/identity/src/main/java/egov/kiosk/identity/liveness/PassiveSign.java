package egov.kiosk.identity.liveness;

import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The opinion of the face pack's own liveness model, if it has one, for the technician's line
 * alone: of prints without an edge it lets most pass, and photographs put into a simulated scene it
 * refuses all, so that nothing follows from it before it was measured on living people.
 */
public final class PassiveSign implements LivenessSignal {
  private static final double RATHER = 0.9;
  private static final int LEAST_FRAMES = 3;

  private final Function<Observation, OptionalDouble> model;
  private double sum;
  private int count;

  /**
   * @param model how likely a face is alive, 0 to 1; empty when the pack has no opinion
   */
  public PassiveSign(Function<Observation, OptionalDouble> model) {
    this.model = model;
  }

  @Override
  public String code() {
    return "PASSIVE";
  }

  @Override
  public void see(Observation seen) {
    OptionalDouble living = model.apply(seen);
    if (living.isPresent()) {
      sum += living.getAsDouble();
      count++;
    }
  }

  @Override
  public Sign sign() {
    return count >= LEAST_FRAMES && sum / count >= RATHER ? Sign.LIVE : Sign.UNSURE;
  }
}
