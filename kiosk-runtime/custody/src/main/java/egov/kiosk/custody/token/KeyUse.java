package egov.kiosk.custody.token;

/** Which of a kiosk's two key pairs (GB/T 20518). */
public enum KeyUse {
  /** The one that signs. */
  SIGN,
  /** The one that others encrypt for. */
  ENCRYPT
}
