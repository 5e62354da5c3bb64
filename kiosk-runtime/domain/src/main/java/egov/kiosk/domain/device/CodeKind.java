package egov.kiosk.domain.device;

/**
 * The kinds of code a citizen can show. Those on a phone stand for a card: each is an opaque token
 * that lives for about a minute; only its issuing platform knows whose it is. Persist names, never
 * ordinals.
 */
public enum CodeKind {
  /** The electronic social security card (电子社保卡). */
  SOCIAL_SECURITY,
  /** The medical insurance electronic credential (医保电子凭证). */
  MEDICAL_INSURANCE,
  /** The provincial code (福建码). */
  PROVINCIAL,
  /** The acceptance number (受理号) in the code on a kiosk's slip: no token, and never used up. */
  SLIP
}
