package egov.kiosk.domain.citizen;

/**
 * Where a look speaks to the citizen: the screen, and the voice. Called by the thread that
 * compares, never more often than a person can follow; returns at once and never throws.
 */
public interface FaceStage {
  /** What would help now; {@link FaceHint#NONE} when nothing is wanted. */
  void hint(FaceHint hint);

  /**
   * Lights the citizen's face from now on.
   *
   * @return whether there is a screen that does; without one no answer is waited for
   */
  default boolean light(ScreenLight light) {
    return false;
  }

  /**
   * Asks for something, or with null for nothing any more.
   *
   * @return whether somebody can be asked; without, the challenge counts as not answered
   */
  default boolean ask(FaceChallenge challenge) {
    return false;
  }
}
