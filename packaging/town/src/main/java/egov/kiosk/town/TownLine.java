package egov.kiosk.town;

/** How the line between a town's kiosk and its platform is secured. */
public enum TownLine {
  /** TLS 1.3 with TLS_SM4_GCM_SM3 (RFC 8998), both ends with certificates, as in service. */
  NATIONAL,
  /** Not at all; loopback only. */
  PLAIN
}
