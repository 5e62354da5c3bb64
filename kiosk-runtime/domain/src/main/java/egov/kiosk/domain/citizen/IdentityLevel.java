package egov.kiosk.domain.citizen;

/** How surely a service item must know the citizen, weakest first. */
public enum IdentityLevel {
  /** Nobody needs to say who they are. */
  NONE,
  /** A card was read, or a code in its place. */
  CARD,
  /** The identity card was read and its holder verified, by face or by the equal way. */
  VERIFIED
}
