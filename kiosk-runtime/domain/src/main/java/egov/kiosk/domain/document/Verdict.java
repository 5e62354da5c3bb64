package egov.kiosk.domain.document;

/** What can be said of a sealed document after checking it offline (验章结果). */
public enum Verdict {
  /** Exactly what was sealed, by a trusted signer, with a seal and certificates valid then. */
  VALID,
  /** Not what was sealed: a byte, a file or the seal itself was changed, added or taken away. */
  ALTERED,
  /** Intact, but the signer or the seal's maker is not one this kiosk trusts for it. */
  CERTIFICATE_INVALID,
  /** Intact and trusted, but seal or certificate was not valid at the moment of sealing. */
  EXPIRED,
  /** Nothing can be said: no sealed OFD document, or sealed in a way this kiosk does not know. */
  UNSUPPORTED
}
