package egov.kiosk.domain.citizen;

import java.util.Objects;

/**
 * The result of comparing a card portrait with live pictures (人证核验), and all that is kept of it: no
 * pixels, no template, no score.
 *
 * @param outcome the verdict
 * @param band in which band the best frame's similarity lay
 * @param liveness whether a living person was seen
 * @param packId id and version of the face pack, algorithm and models, that computed it
 * @param frames live frames that were compared, at least 1
 */
public record FaceMatch(
    FaceOutcome outcome, ScoreBand band, Liveness liveness, String packId, int frames) {
  public FaceMatch {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(liveness, "liveness");
    Objects.requireNonNull(packId, "packId");
    if (frames < 1) {
      throw new IllegalArgumentException("a match compares at least one frame");
    }
    if (outcome == FaceOutcome.PASS && (!band.passes() || liveness == Liveness.FAILED)) {
      throw new IllegalArgumentException("what did not reach the threshold does not pass");
    }
    if (outcome != FaceOutcome.PASS && band.passes() && liveness != Liveness.FAILED) {
      throw new IllegalArgumentException("what reached the threshold passes");
    }
  }
}
