package egov.kiosk.domain.device;

/** The lamps that lead a citizen's eye to the place where something is to be done. */
public enum Lamp {
  /** Beside the identity card reader. */
  CARD,
  /** Beside the slot for social security cards. */
  SOCIAL_CARD,
  /** Beside the code scanner. */
  CODE,
  /** Beside the mouth of the printer. */
  PAPER,
  /** Lights the face. */
  FACE,
  /** Above the cabinet: somebody needs help. */
  HELP
}
