package egov.kiosk.facepacks.calibration;

import egov.kiosk.identity.pack.OperatingPoint;
import egov.kiosk.identity.pack.PortraitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pack, measured.
 *
 * @param packId of the pack
 * @param trials by portrait kind and half
 */
public record Measurement(String packId, Map<PortraitKind, Map<Half, Trials>> trials) {
  /** The rates that are looked at. */
  public static final List<Double> RATES = List.of(1e-2, 1e-3, 1e-4);

  public Measurement {
    trials = Map.copyOf(trials);
  }

  /** What was found for one kind in one half. */
  public Trials trials(PortraitKind kind, Half half) {
    return trials.get(kind).get(half);
  }

  /**
   * The operating points, found in the tuning half.
   *
   * @param measuredOn what was measured on, in words
   */
  public List<OperatingPoint> points(String measuredOn) {
    List<OperatingPoint> points = new ArrayList<>();
    for (PortraitKind kind : PortraitKind.values()) {
      Trials tuning = trials(kind, Half.TUNING);
      for (double far : RATES) {
        if (tuning.measures(far)) {
          points.add(
              new OperatingPoint(
                  kind, far, tuning.threshold(far), measuredOn, tuning.different().length));
        }
      }
    }
    return points;
  }
}
