package egov.kiosk.tls;

import egov.kiosk.domain.device.Actor;

/** Why a line could not be secured, and who must act. */
public enum LineFault {
  /** Nobody in the trust file stands behind the other end's certificate. */
  NOT_TRUSTED(Actor.TECHNICIAN),
  /** The certificate speaks of another machine, or of none. */
  NAME_WRONG(Actor.TECHNICIAN),
  /** The other end's certificate has ended, or this machine's clock is ahead. */
  EXPIRED(Actor.TECHNICIAN),
  /** The other end's certificate has not begun, or this machine's clock is behind. */
  NOT_YET_VALID(Actor.TECHNICIAN),
  /** The other end's certificate is not meant for signing, or is no certificate of the profile. */
  CERTIFICATE_UNFIT(Actor.TECHNICIAN),
  /** The other end's certificate was revoked. */
  REVOKED(Actor.TECHNICIAN),
  /** The other end could not prove that it holds its certificate's key. */
  PROOF_WRONG(Actor.TECHNICIAN),
  /** No protocol, suite, group or signature is common to both ends. */
  NOTHING_COMMON(Actor.TECHNICIAN),
  /** What the other end speaks is no TLS. */
  NOT_TLS(Actor.TECHNICIAN),
  /** The other end closed the connection before the line was secured. */
  CLOSED(Actor.NOBODY),
  /** The other end did not bring the handshake to its end in time. */
  SILENT(Actor.NOBODY),
  /** The other end refuses this machine's certificate, or misses one. */
  OWN_REFUSED(Actor.TECHNICIAN),
  /** This machine's own key or certificate cannot be used. */
  OWN_UNFIT(Actor.TECHNICIAN),
  /** The settings name no way to secure lines that is here, or lack a file. */
  SETTINGS(Actor.TECHNICIAN),
  /** What arrived was altered on the way or breaks the protocol. */
  BROKEN(Actor.NOBODY);

  private final Actor actor;

  LineFault(Actor actor) {
    this.actor = actor;
  }

  /** Who must act. */
  public Actor actor() {
    return actor;
  }
}
