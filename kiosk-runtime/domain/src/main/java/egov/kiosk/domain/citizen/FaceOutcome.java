package egov.kiosk.domain.citizen;

/** The verdict of one face comparison. */
public enum FaceOutcome {
  /** The live face is the card's. */
  PASS,
  /** Too close to call: a person decides. */
  REVIEW,
  /** The live face is not the card's. */
  FAIL
}
