package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.FaceChallenge;
import java.time.Duration;
import java.util.Random;

/**
 * How one person moves: a little all the time, blinking now and then, and when asked, as asked,
 * each as quickly and as far as is their way. Heads take their time: what was begun is brought to
 * an end.
 */
final class Acting {
  private static final double HOLD = 0.3;
  private static final double NATURAL_BLINK = 0.13;

  private final double phase;
  private final double blinkEvery;
  private final double reaction;
  private final double move;
  private final double turn;
  private final double nod;
  private final double lid;

  private record Task(FaceChallenge challenge, double begun) {}

  private Task task = new Task(null, 0);
  private Task before = new Task(null, 0);

  /** Somebody: reacts within 0.4 to 1.1 s, turns 20 to 34 and nods 17 to 29 degrees. */
  Acting(Random random) {
    phase = random.nextDouble() * 6;
    blinkEvery = 2.5 + random.nextDouble() * 2;
    reaction = 0.4 + random.nextDouble() * 0.7;
    move = 0.35 + random.nextDouble() * 0.5;
    turn = 0.35 + random.nextDouble() * 0.25;
    nod = 0.3 + random.nextDouble() * 0.2;
    lid = 0.18 + random.nextDouble() * 0.2;
  }

  /**
   * @param challenge null when nothing is asked any more
   */
  void ask(FaceChallenge challenge, double seconds) {
    before = task;
    task = new Task(challenge, seconds + reaction);
  }

  double turn(double seconds) {
    return 0.02 * Math.sin(seconds * 1.3 + phase) + turned(task, seconds) + turned(before, seconds);
  }

  private double turned(Task of, double seconds) {
    if (of.challenge() == FaceChallenge.TURN_LEFT) {
      return turn * moved(of, seconds);
    }
    return of.challenge() == FaceChallenge.TURN_RIGHT ? -turn * moved(of, seconds) : 0;
  }

  double nod(double seconds) {
    double sway = 0.015 * Math.sin(seconds * 0.9 + 2 * phase);
    return sway + nodded(task, seconds) + nodded(before, seconds);
  }

  private double nodded(Task of, double seconds) {
    return of.challenge() == FaceChallenge.NOD ? nod * moved(of, seconds) : 0;
  }

  double closed(double seconds) {
    boolean asked = task.challenge() == FaceChallenge.BLINK;
    double since = seconds - task.begun();
    if (asked && since >= 0 && since < lid) {
      return 1;
    }
    return (seconds + phase) % blinkEvery < NATURAL_BLINK ? 1 : 0;
  }

  /** How long this person needs for it, from being asked till the face is at rest again. */
  Duration takes(FaceChallenge challenge) {
    double seconds =
        switch (challenge) {
          case BLINK -> reaction + lid;
          case TURN_LEFT, TURN_RIGHT, NOD -> reaction + 2 * move + HOLD;
        };
    return Duration.ofMillis((long) (seconds * 1000));
  }

  /** 0 at rest, 1 fully turned, and back; slow at both ends. */
  private double moved(Task of, double seconds) {
    double since = seconds - of.begun();
    if (since < 0 || since > 2 * move + HOLD) {
      return 0;
    }
    double part =
        since < move ? since / move : since < move + HOLD ? 1 : 1 - (since - move - HOLD) / move;
    return 0.5 - 0.5 * Math.cos(Math.PI * part);
  }
}
