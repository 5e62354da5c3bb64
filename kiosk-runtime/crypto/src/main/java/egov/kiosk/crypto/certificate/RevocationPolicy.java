package egov.kiosk.crypto.certificate;

/** What to believe of a certificate whose issuer's revocation list is missing or stale. */
public enum RevocationPolicy {
  /** That it is good, and warn: a kiosk that is offline for a week goes on. */
  SOFT,
  /** Nothing: refuse it until a fresh list is here. */
  HARD
}
