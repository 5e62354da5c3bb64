package egov.kiosk.domain.enrolment;

/**
 * Why the platform did not enrol a machine. For its own log and audit only: outside every refusal
 * looks the same.
 */
public enum EnrolmentRefusal {
  /** Not a request of this protocol. */
  MALFORMED,
  /** No such code was ever made, or it was made long ago. */
  UNKNOWN_CODE,
  /** The request was not made by somebody who has the code. */
  WRONG_CODE,
  /** The code's hours are over. */
  EXPIRED,
  /** Too many attempts under this code failed. */
  EXHAUSTED,
  /** The code was used by another request. */
  USED,
  /** The code is another kiosk's. */
  FOREIGN_KIOSK,
  /** The code is for a machine with another card reader's security module (SAM). */
  FOREIGN_MACHINE,
  /** A code for a transfer without a transfer, or the other way round. */
  NOT_THE_KIND,
  /** The name is not one a kiosk may have. */
  RESERVED_NAME,
  /** The request's keys are not proven, or are not two. */
  NOT_PROVEN,
  /** The platform itself could not do it now; trying again later may help. */
  UNAVAILABLE
}
