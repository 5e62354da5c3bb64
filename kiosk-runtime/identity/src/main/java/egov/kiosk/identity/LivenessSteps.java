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
  static final Duration LIGHT = Duration.ofMillis(550);

  static final int LIGHTS = 6;
  static final Duration LONGEST_CHALLENGE = Duration.ofSeconds(8);
  private static final int CHALLENGES = 2;
  private static final int SPARE = 1;

  private final FrameWalk walk;
  private final FaceStage stage;
  private final RandomGenerator random;
  private final List<LivenessSignal> watching;
  private final RestingEyes eyes;
  private final List<LivenessSignal> asked = new ArrayList<>();

  /**
   * @param watching signals that look on without anybody noticing
   * @param eyes decides who can be asked to blink
   * @param random draws colours and challenges; not to be foreseen
   */
  LivenessSteps(
      FrameWalk walk,
      FaceStage stage,
      RandomGenerator random,
      List<LivenessSignal> watching,
      RestingEyes eyes) {
    this.walk = walk;
    this.stage = stage;
    this.random = random;
    this.watching = List.copyOf(watching);
    this.eyes = eyes;
  }

  /** Lets the watching signals see a usable face. */
  void watch(FrameView view, long nanos) {
    if (!watching.isEmpty()) {
      Observation seen = view.observe(nanos);
      watching.forEach(signal -> signal.see(seen));
    }
  }

  /**
   * Asks.
   *
   * @param person whose face was compared; another face proves nothing
   */
  Liveness examine(FaceDemand demand, Takes person)
      throws FaceUnavailableException, InterruptedException {
    SamePerson same = new SamePerson(person);
    boolean alive = shine(same, demand == FaceDemand.CHALLENGE);
    if (alive && demand == FaceDemand.CHALLENGE && !attacked()) {
      alive = challenge(same);
    }
    return alive && !attacked() && !walk.dead() ? Liveness.PASSED : Liveness.FAILED;
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
        see(sign, person, walk.now() + LIGHT.toNanos(), false, challenged && last);
        before = light;
      }
    } finally {
      stage.light(ScreenLight.OFF);
    }
    return sign.sign() == Sign.LIVE;
  }

  private ScreenLight other(ScreenLight than) {
    List<ScreenLight> left =
        new ArrayList<>(List.of(ScreenLight.RED, ScreenLight.GREEN, ScreenLight.BLUE));
    left.remove(than);
    return left.get(random.nextInt(left.size()));
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
          if (resting) {
            eyes.see(face);
          }
        }
      }
    }
  }

  /** Whether any signal saw an attack. */
  boolean attacked() {
    return watching.stream().anyMatch(s -> s.sign() == Sign.ATTACK)
        || asked.stream().anyMatch(s -> s.sign() == Sign.ATTACK);
  }

  /** What every signal says, for a technician: {@code LIGHT+ BORDER? GRID-}. */
  String codes() {
    List<LivenessSignal> all = new ArrayList<>(watching);
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
