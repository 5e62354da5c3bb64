package egov.kiosk.identity.liveness;

import egov.kiosk.domain.citizen.ScreenLight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a face is lit by this screen, now, and has depth. A picture that was filmed before cannot
 * follow colours drawn at random just now; a flat one is lit evenly, and a bent one along its
 * length, where a nose and cheeks towards the screen are lit more than the sides and the chin of a
 * head. Takes a screen about as high as the face.
 */
public final class LightSign implements LivenessSignal {
  private static final int LEAST_FRAMES = 12;

  /** Screen and camera together answer after some time nobody told us. */
  private static final Duration LONGEST_DELAY = Duration.ofMillis(480);

  private static final Duration STEP = Duration.ofMillis(40);
  private static final double AGREES = 0.82;
  private static final double CONTRADICTS = 0.45;

  /** Of the colour ratio, for a light fully on: less is lost in noise and daylight. */
  private static final double LEAST_ANSWER = 0.006;

  /** How much more the middle of a face answers than its sides. */
  private static final double DEPTH = 1.05;

  /** And than its chin, where a sheet bent like a cylinder is as bright as in its middle. */
  private static final double LENGTH = 1.07;

  /** A side or chin that answers less than this part of the middle does not lie on the face. */
  private static final double ON_FACE = 0.35;

  private static final int LEAST_SIDES = 2;

  /**
   * And than nearly all of its outline: of a sheet some place always answers as its middle does,
   * however many others lie off it or are too dark to tell.
   */
  private static final double ROUND = 1.12;

  /** A second place in front stands out, too, if less: a nose that shines alone is no head's. */
  private static final double NOT_ALONE = 1.02;

  /** So many places of a head's outline may answer as strongly, by chance. */
  private static final int CHANCE = 2;

  private record Shown(ScreenLight light, long nanos) {}

  private final List<Shown> shown = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final LightSeries middle = new LightSeries();
  private final List<LightSeries> front =
      Stream.generate(LightSeries::new).limit(FacePatches.FRONT).toList();
  private final List<LightSeries> outline =
      Stream.generate(LightSeries::new).limit(FacePatches.OUTLINE).toList();

  @Override
  public String code() {
    return "LIGHT";
  }

  /** The screen shows this from now on. */
  public void shone(ScreenLight light, long nanos) {
    shown.add(new Shown(light, nanos));
  }

  @Override
  public void see(Observation seen) {
    if (shown.isEmpty()) {
      return;
    }
    FacePatches patches = FacePatches.of(seen);
    times.add(seen.nanos());
    middle.add(patches.middle());
    for (int i = 0; i < FacePatches.FRONT; i++) {
      front.get(i).add(patches.front().get(i));
    }
    for (int i = 0; i < FacePatches.OUTLINE; i++) {
      outline.get(i).add(patches.outline().get(i));
    }
  }

  @Override
  public Sign sign() {
    if (times.size() < LEAST_FRAMES) {
      return Sign.UNSURE;
    }
    long delay = bestDelay();
    List<double[]> lights = lights(delay);
    double agreement = middle.agreement(lights);
    if (agreement < CONTRADICTS && middle.unrest() > LEAST_ANSWER * 2) {
      return Sign.ATTACK;
    }
    boolean lit = agreement >= AGREES && middle.answer(lights) >= LEAST_ANSWER;
    return lit && isDeep(lights) ? Sign.LIVE : Sign.UNSURE;
  }

  /**
   * Whether what stands out most is lit more than all around it. Of a head that is turned that is
   * one cheek, and where the nose is burnt out it cannot answer; of a sheet nothing stands out.
   */
  private boolean isDeep(List<double[]> lights) {
    double[] strength = front.stream().mapToDouble(part -> part.answer(lights)).sorted().toArray();
    double answer = strength[FacePatches.FRONT - 1];
    List<Double> around = outline.stream().map(part -> part.answer(lights)).toList();
    double strong = strong(around);
    return depth(answer, FacePatches.sides(around)) >= DEPTH
        && isLong(answer, FacePatches.aroundChin(around))
        && answer >= ROUND * strong
        && strength[FacePatches.FRONT - 2] >= NOT_ALONE * strong;
  }

  /**
   * Whether the chin turns away, wherever it answers most; one that hardly answers anywhere is not
   * on what is lit.
   */
  private static boolean isLong(double answer, List<Double> chin) {
    double strongest = Collections.max(chin);
    return answer >= LENGTH * strongest && strongest >= ON_FACE * answer;
  }

  /** What nearly all of the outline stays below. */
  private static double strong(List<Double> around) {
    return around.stream().sorted(Comparator.reverseOrder()).skip(CHANCE).findFirst().orElseThrow();
  }

  /** The middle's answer over that of the sides that lie on the face; 0 when hardly any does. */
  private static double depth(double answer, List<Double> sides) {
    double[] on =
        sides.stream().mapToDouble(side -> side).filter(side -> side >= ON_FACE * answer).toArray();
    return on.length < LEAST_SIDES ? 0 : answer / Arrays.stream(on).average().orElseThrow();
  }

  private long bestDelay() {
    long best = 0;
    double agreement = -1;
    for (long d = 0; d <= LONGEST_DELAY.toNanos(); d += STEP.toNanos()) {
      double here = middle.agreement(lights(d));
      if (here > agreement) {
        agreement = here;
        best = d;
      }
    }
    return best;
  }

  /** The light that was on at each frame, when the answer came so much later. */
  private List<double[]> lights(long delay) {
    List<double[]> lights = new ArrayList<>(times.size());
    for (long time : times) {
      ScreenLight on = ScreenLight.OFF;
      for (Shown one : shown) {
        if (one.nanos() - (time - delay) <= 0) {
          on = one.light();
        }
      }
      lights.add(LightSeries.of(on));
    }
    return lights;
  }
}
