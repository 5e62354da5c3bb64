package egov.kiosk.domain.citizen;

import java.util.Objects;

/**
 * A face comparison could not be made at all; nothing is known about the citizen, and the equal way
 * without a face is offered.
 */
public final class FaceUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why no comparison was made. */
  public enum Reason {
    /** The card carries no portrait, or no decoder for it is installed. */
    NO_PORTRAIT,
    /** The portrait could be decoded, but no face was found in it. */
    NO_FACE_ON_CARD,
    /** No usable live face was seen in time. */
    NO_LIVE_FACE,
    /** The camera gave no frame. */
    NO_CAMERA,
    /** The face pack is missing or damaged. */
    NO_PACK,
    /** The item asks for a living person, and what is installed cannot tell. */
    NO_LIVENESS,
    /** The site demands an infrared picture, and no infrared camera gives one. */
    NO_INFRARED
  }

  private final Reason reason;

  public FaceUnavailableException(Reason reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
