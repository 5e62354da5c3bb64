package egov.kiosk.domain.citizen;

/** Guidance while the citizen stands before the camera; the screen puts it into words. */
public enum FaceHint {
  NONE,
  /** No face in sight yet: look at the lens. */
  LOOK,
  /** The face is too small: come closer. */
  CLOSER,
  /** The face is too large: step back. */
  BACK,
  /** More than one face: one person only. */
  ONE_PERSON,
  /** Too dark or against the light. */
  DARK,
  /** Outshone by a lamp or the sun: turn a little away from it. */
  BRIGHT,
  /** Turned away: face the lens. */
  FRONT,
  /** Blurred by motion: hold still. */
  STILL,
  /** Mouth and nose are covered: take the mask off. */
  MASK,
  /** The eyes are covered: take the dark glasses off. */
  GLASSES
}
