package egov.kiosk.crypto;

import egov.kiosk.domain.device.Actor;

/** Why a key, a certificate or a message was refused, and who must act. */
public enum CryptoFault {
  /**
   * The message is not exactly what its signer made for this recipient. Deliberately not told apart
   * any further: a sender who tries variants learns nothing from the refusal.
   */
  MESSAGE_REFUSED(Actor.NOBODY),
  /** The message is larger than the contract allows. */
  MESSAGE_TOO_LARGE(Actor.TECHNICIAN),
  /** Bytes that are no SM2 key: wrong length, off the curve, at infinity, out of range. */
  KEY_INVALID(Actor.TECHNICIAN),
  /** A key or certificate file is absent or cannot be read. */
  FILE_UNREADABLE(Actor.TECHNICIAN),
  /** Others than the owner could read a key file. */
  FILE_TOO_OPEN(Actor.TECHNICIAN),
  /** A key or certificate file does not hold what it should. */
  FILE_MALFORMED(Actor.TECHNICIAN),
  /** A wrapped key file does not open: another passphrase or machine, or the file was altered. */
  PASSPHRASE_REFUSED(Actor.TECHNICIAN),
  /** The custody holds no such key. */
  KEY_ABSENT(Actor.TECHNICIAN),
  /** The configured custody is not running. */
  CUSTODY_ABSENT(Actor.TECHNICIAN),
  /** A module's library is absent, no library, or not the interface that is configured. */
  LIBRARY_UNUSABLE(Actor.TECHNICIAN),
  /** A module, token or smart key is not connected. */
  DEVICE_ABSENT(Actor.TECHNICIAN),
  /** A module refuses every PIN until its vendor's tool unlocks it. */
  DEVICE_LOCKED(Actor.TECHNICIAN),
  /** A module did not answer in time; it may do so later. */
  DEVICE_SLOW(Actor.TECHNICIAN),
  /** A module answered with an error, or with something that is no answer. */
  DEVICE_FAULT(Actor.TECHNICIAN),
  /** A module refused the configured PIN. */
  PIN_REFUSED(Actor.TECHNICIAN),
  /** The configured PIN was not presented, so that the module does not lock itself. */
  PIN_WITHHELD(Actor.TECHNICIAN),
  /** The private key is not the one the certificate speaks of. */
  KEY_NOT_OF_CERTIFICATE(Actor.TECHNICIAN),
  /** Not a certificate of the profile: encoding, version, algorithm, curve, name or extensions. */
  CERTIFICATE_MALFORMED(Actor.TECHNICIAN),
  /** No certificate in the trust file issued it. */
  CERTIFICATE_ISSUER_UNKNOWN(Actor.TECHNICIAN),
  /** Its issuer's signature does not hold. */
  CERTIFICATE_SIGNATURE_WRONG(Actor.TECHNICIAN),
  /** Its issuer is not allowed to issue. */
  CERTIFICATE_ISSUER_NOT_CA(Actor.TECHNICIAN),
  /** More authorities stand between it and the anchor than one of them allows. */
  CERTIFICATE_PATH_TOO_LONG(Actor.TECHNICIAN),
  /** It carries a critical extension that this runtime does not know. */
  CERTIFICATE_EXTENSION_UNKNOWN(Actor.TECHNICIAN),
  /** It is not meant for this use, e.g. an encryption certificate under a signature. */
  CERTIFICATE_USE_WRONG(Actor.TECHNICIAN),
  /** Not valid yet at the instant asked: also the sign of a kiosk clock that is behind. */
  CERTIFICATE_NOT_YET_VALID(Actor.TECHNICIAN),
  /** No longer valid at the instant asked: also the sign of a kiosk clock that is ahead. */
  CERTIFICATE_EXPIRED(Actor.TECHNICIAN),
  /** It names somebody else than the one pinned in the configuration. */
  CERTIFICATE_NAME_WRONG(Actor.TECHNICIAN),
  /** Not a certification request of the profile, or its key never signed it. */
  REQUEST_REFUSED(Actor.TECHNICIAN),
  /** Keys are in the device already, with certificates: making new ones would destroy them. */
  KEY_PRESENT(Actor.TECHNICIAN),
  /** Its issuer has revoked it. */
  CERTIFICATE_REVOKED(Actor.TECHNICIAN),
  /** Its issuer's revocation list is missing or stale, and the policy asks for a fresh one. */
  REVOCATION_UNKNOWN(Actor.TECHNICIAN),
  /** Not a revocation list of the profile. */
  REVOCATION_LIST_MALFORMED(Actor.TECHNICIAN),
  /** No authority in the trust file signed the revocation list. */
  REVOCATION_LIST_REFUSED(Actor.TECHNICIAN),
  /** A newer revocation list of the same issuer is in use. */
  REVOCATION_LIST_OLDER(Actor.TECHNICIAN),
  /** The kiosk's clock shows a time that cannot be. */
  CLOCK_WRONG(Actor.TECHNICIAN);

  private final Actor actor;

  CryptoFault(Actor actor) {
    this.actor = actor;
  }

  /** Who must act. */
  public Actor actor() {
    return actor;
  }
}
