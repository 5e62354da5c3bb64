package egov.kiosk.domain.transaction;

/**
 * How a citizen is verified for an item of level {@link
 * egov.kiosk.domain.citizen.IdentityLevel#VERIFIED} (核验方式). Persist names, never ordinals.
 */
public enum Verification {
  /** By a comparison of the face, or by the equal way: staff. */
  FACE_OR_STAFF,
  /** The comparison counts only with a sign of life (活体检测); staff are the equal way here too. */
  LIVE_FACE_OR_STAFF,
  /**
   * The same, and the citizen does what they are asked to, such as turning the head; staff are the
   * equal way, also for who cannot.
   */
  CHALLENGED_FACE_OR_STAFF,
  /** A member of staff alone; no camera is opened. */
  STAFF_ONLY
}
