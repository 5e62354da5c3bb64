package egov.kiosk.domain.citizen;

import java.util.Objects;

/**
 * The result of comparing a card portrait with live pictures (人证核验). Holds figures only, no pixels
 * and no template.
 *
 * @param outcome the verdict
 * @param score cosine similarity of the best frame, -1 to 1
 * @param threshold the score from which the verdict is {@link FaceOutcome#PASS}
 * @param packId id of the face pack that computed it
 * @param frames live frames that were compared, at least 1
 */
public record FaceMatch(
    FaceOutcome outcome, double score, double threshold, String packId, int frames) {
  public FaceMatch {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(packId, "packId");
    if (!(score >= -1.000001 && score <= 1.000001)) {
      throw new IllegalArgumentException("a cosine similarity lies in -1..1");
    }
    if (frames < 1) {
      throw new IllegalArgumentException("a match compares at least one frame");
    }
    if ((outcome == FaceOutcome.PASS) != (score >= threshold)) {
      throw new IllegalArgumentException("the verdict contradicts score and threshold");
    }
  }
}
