package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.ScreenLight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A film of a session that passed: somebody lit by the colours that were drawn then, who then did
 * what was asked then. Whoever plays it knows how the kiosk works, and starts it with the first
 * light, a moment late.
 */
final class Film {
  private static final ScreenLight[] COLOURS = {
    ScreenLight.RED,
    ScreenLight.GREEN,
    ScreenLight.BLUE,
    ScreenLight.YELLOW,
    ScreenLight.CYAN,
    ScreenLight.MAGENTA
  };

  private static final int LIGHTS = 6;
  private static final double SHORTEST = 0.51;
  private static final double LONGEST = 0.69;
  private static final double LATEST = 0.25;
  private static final double PAUSE = 0.4;

  private record Scene(ScreenLight light, FaceChallenge asked, double until) {}

  private final Acting filmed;
  private final double late;
  private final Deque<Scene> scenes = new ArrayDeque<>();
  private Scene now = new Scene(ScreenLight.OFF, null, 0);
  private double begun = Double.NaN;

  Film(Random random) {
    filmed = new Acting(random);
    late = random.nextDouble() * LATEST;
    double until = 0;
    ScreenLight before = ScreenLight.OFF;
    for (int i = 0; i < LIGHTS; i++) {
      List<ScreenLight> left = new ArrayList<>(Arrays.asList(COLOURS));
      left.remove(before);
      before = left.get(random.nextInt(left.size()));
      until += SHORTEST + random.nextDouble() * (LONGEST - SHORTEST);
      scenes.add(new Scene(before, null, until));
    }
    List<FaceChallenge> asked = new ArrayList<>(Arrays.asList(FaceChallenge.values()));
    Collections.shuffle(asked, random);
    for (FaceChallenge challenge : asked.subList(0, 2)) {
      until += filmed.takes(challenge).toMillis() / 1e3 + PAUSE;
      scenes.add(new Scene(ScreenLight.OFF, challenge, until));
    }
  }

  /** Plays it from now on; once. */
  void start(double seconds) {
    if (Double.isNaN(begun)) {
      begun = seconds + late;
    }
  }

  /** What it shows at that time; times only go on. */
  Moment at(double seconds) {
    while (seconds >= begun + now.until()) {
      now = scenes.isEmpty() ? new Scene(ScreenLight.OFF, null, 1e9) : scenes.poll();
      filmed.ask(now.asked(), seconds);
    }
    return new Moment(
        filmed.turn(seconds), filmed.nod(seconds), filmed.closed(seconds), now.light());
  }
}
