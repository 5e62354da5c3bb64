package egov.kiosk.identity.pack;

/** What a live face is compared with. */
public enum PortraitKind {
  /** The portrait of an identity card: 102×126 pixels in about 1 KB. */
  CARD,
  /** A photograph as a camera takes it. */
  PHOTO
}
