package egov.kiosk.identity.liveness;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.identity.vision.FaceShape;

/**
 * Whether a face did what it was asked to. Turning and nodding are read from the nose against the
 * plane of eyes and mouth, which a flat picture cannot change, see {@link FaceShape}.
 */
public final class ChallengeSign implements LivenessSignal {
  private static final double TURN = 0.11;
  private static final double NOD = 0.075;

  /** Parts of how open the eyes were at rest. */
  private static final double CLOSED = 0.55;

  private static final double OPEN_AGAIN = 0.75;

  private final FaceChallenge challenge;
  private double turn;
  private double nod;
  private double open;
  private int rest;
  private boolean moved;
  private boolean back;

  /** The first faces after it was asked for show how the face looks at rest. */
  private static final int AT_REST = 3;

  public ChallengeSign(FaceChallenge challenge) {
    this.challenge = challenge;
  }

  @Override
  public String code() {
    return challenge.name();
  }

  @Override
  public void see(Observation seen) {
    FaceShape shape = seen.shape();
    if (rest < AT_REST) {
      rest++;
      turn += (shape.turn() - turn) / rest;
      nod += (shape.nod() - nod) / rest;
      open += (eyes(seen) - open) / rest;
      return;
    }
    boolean away = away(seen);
    back |= moved && !away && returned(seen);
    moved |= away;
  }

  private boolean away(Observation seen) {
    return switch (challenge) {
      case TURN_LEFT -> seen.shape().turn() - turn >= TURN;
      case TURN_RIGHT -> turn - seen.shape().turn() >= TURN;
      case NOD -> Math.abs(seen.shape().nod() - nod) >= NOD;
      case BLINK -> eyes(seen) <= open * CLOSED;
    };
  }

  private boolean returned(Observation seen) {
    return switch (challenge) {
      case TURN_LEFT, TURN_RIGHT -> true;
      case NOD -> Math.abs(seen.shape().nod() - nod) <= NOD / 2;
      case BLINK -> eyes(seen) >= open * OPEN_AGAIN;
    };
  }

  private static double eyes(Observation seen) {
    return seen.eyesOpen() >= 0 ? seen.eyesOpen() : seen.shape().eyesOpen();
  }

  @Override
  public Sign sign() {
    boolean done =
        switch (challenge) {
          case TURN_LEFT, TURN_RIGHT -> moved;
          case NOD, BLINK -> back;
        };
    return done ? Sign.LIVE : Sign.UNSURE;
  }
}
