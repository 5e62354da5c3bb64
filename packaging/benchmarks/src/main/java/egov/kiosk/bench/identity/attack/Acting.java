package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.FaceChallenge;
import java.time.Duration;
import java.util.Random;

/** How a person moves: a little all the time, blinking now and then, and when asked, as asked. */
final class Acting {
  private static final double REACTION = 0.5;
  private static final double MOVE = 0.4;
  private static final double HOLD = 0.3;
  private static final double TURN = 0.5;
  private static final double NOD = 0.4;
  private static final double LID = 0.24;

  private final double phase;
  private final double blinkEvery;
  private FaceChallenge asked;
  private double askedAt;

  Acting(Random random) {
    phase = random.nextDouble() * 6;
    blinkEvery = 2.5 + random.nextDouble() * 2;
  }

  /**
   * @param challenge null when nothing is asked any more
   */
  void ask(FaceChallenge challenge, double seconds) {
    asked = challenge;
    askedAt = seconds;
  }

  double turn(double seconds) {
    double sway = 0.02 * Math.sin(seconds * 1.3 + phase);
    if (asked == FaceChallenge.TURN_LEFT) {
      return sway + TURN * moved(seconds);
    }
    return asked == FaceChallenge.TURN_RIGHT ? sway - TURN * moved(seconds) : sway;
  }

  double nod(double seconds) {
    double sway = 0.015 * Math.sin(seconds * 0.9 + 2 * phase);
    return asked == FaceChallenge.NOD ? sway + NOD * moved(seconds) : sway;
  }

  double closed(double seconds) {
    boolean asked = this.asked == FaceChallenge.BLINK;
    double since = seconds - askedAt - REACTION;
    if (asked && since >= 0 && since < LID) {
      return 1;
    }
    return (seconds + phase) % blinkEvery < 0.12 ? 1 : 0;
  }

  /** How long somebody who is asked needs until it is done. */
  static Duration longest(FaceChallenge challenge) {
    double seconds =
        switch (challenge) {
          case BLINK -> REACTION + LID;
          case TURN_LEFT, TURN_RIGHT -> REACTION + MOVE;
          case NOD -> REACTION + 2 * MOVE + HOLD;
        };
    return Duration.ofMillis((long) (seconds * 1000));
  }

  /** 0 at rest, 1 fully turned, and back. */
  private double moved(double seconds) {
    double since = seconds - askedAt - REACTION;
    if (since < 0 || since > 2 * MOVE + HOLD) {
      return 0;
    }
    if (since < MOVE) {
      return since / MOVE;
    }
    return since < MOVE + HOLD ? 1 : 1 - (since - MOVE - HOLD) / MOVE;
  }
}
