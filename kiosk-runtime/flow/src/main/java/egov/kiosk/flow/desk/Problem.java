package egov.kiosk.flow.desk;

import egov.kiosk.domain.device.Actor;
import java.util.List;
import java.util.Objects;

/**
 * Why the citizen cannot go on just now, and what they can do; the screen puts it into words.
 *
 * @param fault a closed code: a {@code FaultCode} name, or CARD_EXPIRED, AGE_OUTSIDE,
 *     SOCIAL_CARD_EXPIRED, SOCIAL_CARD_MOVED, SOCIAL_CARD_OTHER, SOCIAL_CARD_INVALID,
 *     SOCIAL_CARD_READER, CODE_SCANNER, CODE_USED, CODE_EXPIRED, CODE_UNKNOWN, CODE_LAPSED,
 *     CODE_NO_LINE, GUARDIAN_NEEDED, FACE_MISMATCH, FACE_REVIEW, FACE_NOT_LIVE, FACE_NOT_SEEN,
 *     FACE_CAMERA, FACE_UNAVAILABLE, LIVENESS_UNAVAILABLE, INFRARED_UNAVAILABLE, CARD_PICTURE,
 *     STAFF_REFUSED, QUEUE_UNAVAILABLE, SEAL_UNAVAILABLE
 * @param actor who must act
 * @param code the short code shown small, a letter and two digits
 * @param attemptsLeft tries left on this way, 0 when none
 * @param actions what the screen may offer, most helpful first: names of {@link Action} kinds
 */
public record Problem(
    String fault, Actor actor, String code, int attemptsLeft, List<String> actions) {
  public Problem {
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(code, "code");
    actions = List.copyOf(actions);
  }
}
