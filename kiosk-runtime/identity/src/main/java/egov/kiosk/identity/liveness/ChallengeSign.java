package egov.kiosk.identity.liveness;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.identity.vision.FaceShape;
import java.util.function.ToDoubleFunction;

/**
 * Whether a face did what it was asked to, and came back to rest: the next challenge begins where
 * this one began. Turning and nodding are read from the nose against the plane of eyes and mouth,
 * which a flat picture cannot change, see {@link FaceShape}; a blink from the pixels of the eyes.
 */
public final class ChallengeSign implements LivenessSignal {
  /** About 15 degrees of a head. */
  private static final double TURN = 0.11;

  private static final double NOD = 0.075;

  /** Parts of how open the eyes were at rest. */
  private static final double CLOSED = 0.6;

  private static final double OPEN_AGAIN = 0.75;

  /** The first faces after it was asked for show how the face looks at rest. */
  private static final int AT_REST = 3;

  private final FaceChallenge challenge;
  private final ToDoubleFunction<Observation> eyesOpen;
  private double turn;
  private double nod;
  private double open;
  private int rest;
  private boolean moved;
  private boolean back;

  /**
   * @param eyesOpen how surely the eyes are open, 0 to 1; asked for a blink only
   */
  public ChallengeSign(FaceChallenge challenge, ToDoubleFunction<Observation> eyesOpen) {
    this.challenge = challenge;
    this.eyesOpen = eyesOpen;
  }

  @Override
  public String code() {
    return challenge.name();
  }

  @Override
  public void see(Observation seen) {
    FaceShape shape = seen.shape();
    double eyes = challenge == FaceChallenge.BLINK ? eyesOpen.applyAsDouble(seen) : 1;
    if (rest < AT_REST) {
      rest++;
      turn += (shape.turn() - turn) / rest;
      nod += (shape.nod() - nod) / rest;
      open += (eyes - open) / rest;
      return;
    }
    back |= moved && returned(shape, eyes);
    moved |= away(shape, eyes);
  }

  private boolean away(FaceShape shape, double eyes) {
    return switch (challenge) {
      case TURN_LEFT -> shape.turn() - turn >= TURN;
      case TURN_RIGHT -> turn - shape.turn() >= TURN;
      case NOD -> Math.abs(shape.nod() - nod) >= NOD;
      case BLINK -> eyes <= open * CLOSED;
    };
  }

  private boolean returned(FaceShape shape, double eyes) {
    return switch (challenge) {
      case TURN_LEFT, TURN_RIGHT -> Math.abs(shape.turn() - turn) <= TURN / 2;
      case NOD -> Math.abs(shape.nod() - nod) <= NOD / 2;
      case BLINK -> eyes >= open * OPEN_AGAIN;
    };
  }

  @Override
  public Sign sign() {
    return back ? Sign.LIVE : Sign.UNSURE;
  }
}
