package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.identity.liveness.ChallengeSign;
import egov.kiosk.identity.liveness.LightSign;
import egov.kiosk.identity.liveness.LivenessSignal;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.liveness.RestingEyes;
import egov.kiosk.identity.liveness.Sign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Asks whether the person is alive, gentlest first: by watching, then by the screen's light, and
 * only where the item demands it by a challenge. Any sign of an attack ends it. Used once, by one
 * thread.
 */
final class LivenessSteps {
  /** Fewer than two changes a second, so that nothing flickers. */
  static final Duration SHORTEST_LIGHT = Duration.ofMillis(510);

  static final Duration LONGEST_LIGHT = Duration.ofMillis(690);

  /** Six colours, six times, each for its own time: a film of another look hardly ever fits. */
  static final int LIGHTS = 6;

  private static final List<ScreenLight> COLOURS =
      List.of(
          ScreenLight.RED,
          ScreenLight.GREEN,
          ScreenLight.BLUE,
          ScreenLight.YELLOW,
          ScreenLight.CYAN,
          ScreenLight.MAGENTA);

  static final Duration LONGEST_CHALLENGE = Duration.ofSeconds(8);
  private static final int CHALLENGES = 2;
  private static final int SPARE = 1;

  private final FrameWalk walk;
  private final FaceStage stage;
  private final RandomGenerator random;
  private final Signals signals;
  private final RestingEyes eyes;
  private final List<LivenessSignal> asked = new ArrayList<>();

  /**
   * @param signals that look on without anybody noticing
   * @param eyes decides who can be asked to blink
   * @param random draws colours and challenges; not to be foreseen
   */
  LivenessSteps(
      FrameWalk walk, FaceStage stage, RandomGenerator random, Signals signals, RestingEyes eyes) {
    this.walk = walk;
    this.stage = stage;
    this.random = random;
    this.signals = signals;
    this.eyes = eyes;
  }

  /** Lets the watching signals see a usable face. */
  void watch(FrameView view, long nanos) {
    if (!signals.all().isEmpty()) {
      Observation seen = view.observe(nanos);
      signals.all().forEach(signal -> signal.see(seen));
    }
  }

  /**
   * Asks.
   *
   * @param person whose face was compared; another face proves nothing
   */
  Liveness examine(FaceDemand demand, Takes person)
      throws FaceUnavailableException, InterruptedException {
    if (attacked()) {
      return Liveness.FAILED;
    }
    signals.demandCamera();
    SamePerson same = new SamePerson(person);
    boolean alive = shine(same, demand == FaceDemand.CHALLENGE);
    if (!attacked()) {
      signals.demandPicture();
    }
    if (alive && demand == FaceDemand.CHALLENGE && !attacked()) {
      alive = challenge(same);
    }
    return alive && !attacked() && signals.satisfied() && !walk.dead()
        ? Liveness.PASSED
        : Liveness.FAILED;
  }

  private boolean shine(SamePerson person, boolean challenged)
      throws FaceUnavailableException, InterruptedException {
    LightSign sign = new LightSign();
    asked.add(sign);
    ScreenLight before = ScreenLight.OFF;
    try {
      for (int i = 0; i < LIGHTS; i++) {
        ScreenLight light = other(before);
        if (!stage.light(light)) {
          throw new FaceUnavailableException(
              Reason.NO_LIVENESS, "no screen lights the citizen's face");
        }
        sign.shone(light, walk.now());
        boolean last = i == LIGHTS - 1;
        see(sign, person, walk.now() + whileLit(), false, challenged && last);
        before = light;
      }
    } finally {
      stage.light(ScreenLight.OFF);
    }
    return sign.sign() == Sign.LIVE;
  }

  private ScreenLight other(ScreenLight than) {
    List<ScreenLight> left = new ArrayList<>(COLOURS);
    left.remove(than);
    return left.get(random.nextInt(left.size()));
  }

  private long whileLit() {
    return random.nextLong(SHORTEST_LIGHT.toNanos(), LONGEST_LIGHT.toNanos());
  }

  /** Two of what was drawn have to be seen; for one that was not, another is asked for, once. */
  private boolean challenge(SamePerson person) throws InterruptedException {
    int done = 0;
    int missed = 0;
    try {
      for (FaceChallenge challenge : drawn()) {
        if (done < CHALLENGES && missed <= SPARE) {
          if (!stage.ask(challenge)) {
            return false;
          }
          ChallengeSign sign = new ChallengeSign(challenge, eyes::open);
          asked.add(sign);
          see(sign, person, walk.now() + LONGEST_CHALLENGE.toNanos(), true, false);
          boolean seen = sign.sign() == Sign.LIVE;
          done += seen ? 1 : 0;
          missed += seen ? 0 : 1;
        }
      }
      return done == CHALLENGES;
    } finally {
      stage.ask(null);
    }
  }

  private List<FaceChallenge> drawn() {
    List<FaceChallenge> all = new ArrayList<>(List.of(FaceChallenge.values()));
    if (!eyes.readable()) {
      all.remove(FaceChallenge.BLINK);
    }
    Collections.shuffle(all, new java.util.Random(random.nextLong()));
    return all;
  }

  /** Lets a signal see this person's face till the end or, when asked for, till it is sure. */
  private void see(
      LivenessSignal signal, SamePerson person, long end, boolean untilSure, boolean resting)
      throws InterruptedException {
    while (!(untilSure && signal.sign() == Sign.LIVE)) {
      Optional<FrameView> next = walk.next(end);
      if (next.isEmpty()) {
        return;
      }
      try (FrameView view = next.get()) {
        if (view.hasFace() && person.isSeen(view, walk.now())) {
          Observation face = view.observe(walk.now());
          signal.see(face);
          signals.throughout().forEach(other -> other.see(face));
          if (resting) {
            eyes.see(face);
          }
        }
      }
    }
  }

  /** Whether any signal saw an attack. */
  boolean attacked() {
    return signals.all().stream().anyMatch(s -> s.sign() == Sign.ATTACK)
        || asked.stream().anyMatch(s -> s.sign() == Sign.ATTACK);
  }

  /** What every signal says, for a technician: {@code LIGHT+ BORDER? GRID-}. */
  String codes() {
    List<LivenessSignal> all = new ArrayList<>(signals.all());
    all.addAll(asked);
    return all.stream().map(LivenessSteps::code).collect(Collectors.joining(" "));
  }

  private static String code(LivenessSignal signal) {
    return signal.code()
        + switch (signal.sign()) {
          case LIVE -> "+";
          case UNSURE -> "?";
          case ATTACK -> "-";
        };
  }
}
