package egov.kiosk.identity.liveness;

import egov.kiosk.identity.vision.FaceBox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What near infrared shows of a face. A screen is dark in it, and so is most printers' ink clear:
 * where the visible picture has a face, the infrared one has none. A face must be there, at the
 * same place, turned the same way, and lit like a head by the lamp beside the lens: its middle more
 * than its sides and chin, against the visible picture, so that a shade that is printed counts for
 * nothing. Ink with soot shows the printed face in infrared too, but evenly lit: that is no sign of
 * life, and none of an attack either.
 *
 * <p>Set by simulated pictures alone; no infrared camera was ever asked.
 */
public final class InfraredSign implements LivenessSignal {
  private static final int LEAST_FRAMES = 4;

  /** Looking for a second face costs as much as for the first. */
  private static final long PAUSE = Duration.ofMillis(200).toNanos();

  private static final double MOST = 0.6;

  /** Lamp and lens are some centimetres off the other lens: parts of the pictures' heights. */
  private static final double OFF = 0.25;

  private static final double LARGER = 2;

  /** Of {@link egov.kiosk.identity.vision.FaceShape#turn} and nod: about 15 degrees. */
  private static final double OTHERWISE = 0.12;

  private static final double DEPTH = 1.12;
  private static final double LENGTH = 1.06;

  /** A side this much darker than the middle does not lie on the face. */
  private static final double MOST_DEPTH = 4;

  private final InfraredBeside beside;
  private final List<Double> depths = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();
  private long next = Long.MIN_VALUE;
  private int lit;
  private int bare;
  private int elsewhere;

  /**
   * @param beside where infrared pictures come from
   */
  public InfraredSign(InfraredBeside beside) {
    this.beside = beside;
  }

  @Override
  public String code() {
    return "INFRARED";
  }

  @Override
  public void see(Observation seen) {
    if (next == Long.MIN_VALUE || seen.nanos() - next >= 0) {
      next = seen.nanos() + PAUSE;
      beside.look(seen.nanos(), view -> judge(seen, view));
    }
  }

  private void judge(Observation seen, InfraredView view) {
    if (!view.lit()) {
      return;
    }
    lit++;
    if (view.face().isEmpty()) {
      bare++;
    } else if (!samePlace(seen, view.face().get()) || !sameWay(seen, view.face().get())) {
      elsewhere++;
    } else {
      measure(FacePatches.of(seen), FacePatches.of(view.face().get()));
    }
  }

  private static boolean samePlace(Observation seen, Observation infrared) {
    double[] a = place(seen);
    double[] b = place(infrared);
    double larger = Math.max(a[2], b[2]) / Math.min(a[2], b[2]);
    return Math.hypot(a[0] - b[0], a[1] - b[1]) <= OFF && larger <= LARGER;
  }

  /** Centre, from the middle of the picture, and height of a face, in heights of the picture. */
  private static double[] place(Observation seen) {
    double height = seen.picture().rows();
    FaceBox box = seen.box();
    return new double[] {
      (box.x() + box.width() / 2 - seen.picture().cols() / 2.0) / height,
      (box.y() + box.height() / 2) / height - 0.5,
      box.height() / height
    };
  }

  private static boolean sameWay(Observation seen, Observation infrared) {
    return Math.abs(seen.shape().turn() - infrared.shape().turn()) <= OTHERWISE
        && Math.abs(seen.shape().nod() - infrared.shape().nod()) <= OTHERWISE;
  }

  private void measure(FacePatches seen, FacePatches infrared) {
    double middle = reflected(seen.middle(), infrared.middle());
    List<Double> outline = new ArrayList<>();
    for (int i = 0; i < FacePatches.OUTLINE; i++) {
      outline.add(middle / reflected(seen.outline().get(i), infrared.outline().get(i)));
    }
    double[] sides =
        FacePatches.sides(outline).stream()
            .mapToDouble(depth -> depth)
            .filter(depth -> depth <= MOST_DEPTH)
            .toArray();
    if (sides.length >= 2) {
      depths.add(Arrays.stream(sides).average().orElseThrow());
      lengths.add(FacePatches.chin(outline));
    }
  }

  /** How bright a part is in infrared, for its brightness in visible light. */
  private static double reflected(double[] seen, double[] infrared) {
    double visible = seen[0] + seen[1] + seen[2];
    return Math.max(1, infrared[0] + infrared[1] + infrared[2]) / Math.max(1, visible);
  }

  @Override
  public Sign sign() {
    if (beside.dead()) {
      return Sign.ATTACK;
    }
    if (lit < LEAST_FRAMES) {
      return Sign.UNSURE;
    }
    if (bare + elsewhere >= MOST * lit) {
      return Sign.ATTACK;
    }
    boolean enough = depths.size() >= Math.max(LEAST_FRAMES, MOST * lit);
    return enough && middle(depths) >= DEPTH && middle(lengths) >= LENGTH ? Sign.LIVE : Sign.UNSURE;
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
  }
}
