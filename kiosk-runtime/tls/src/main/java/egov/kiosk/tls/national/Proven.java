package egov.kiosk.tls.national;

/** What a finished handshake proved. */
interface Proven {
  /** The common name in the other end's certificate; empty before. */
  String peer();
}
