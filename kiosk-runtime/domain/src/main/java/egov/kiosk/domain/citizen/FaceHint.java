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
  DARK
}
