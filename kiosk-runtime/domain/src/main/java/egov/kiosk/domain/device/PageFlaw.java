package egov.kiosk.domain.device;

/** What makes a taken page hard to read. */
public enum PageFlaw {
  /** No document's edges were seen; the page is the whole picture. */
  NO_EDGES,
  /** The document reaches over the picture's edge. */
  CUT_OFF,
  /** A lamp is mirrored in the document and hides what is under it. */
  GLARE,
  /** The picture is not sharp. */
  BLURRED,
  /** There is too little light. */
  DARK,
  /** The document takes up so little of the picture that its text is not readable. */
  TOO_SMALL
}
