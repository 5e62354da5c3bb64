package egov.kiosk.identity.quality;

import egov.kiosk.domain.citizen.FaceHint;
import java.util.Objects;

/**
 * How good one face is for comparing.
 *
 * @param hint what would help; {@link FaceHint#NONE} when it can be compared
 * @param score above 0 to 1; faces count by it when several are taken together
 */
public record FaceQuality(FaceHint hint, double score) {
  public FaceQuality {
    Objects.requireNonNull(hint, "hint");
    if (!(score > 0 && score <= 1)) {
      throw new IllegalArgumentException("a quality lies above 0, up to 1");
    }
  }
}
