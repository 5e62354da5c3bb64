package egov.kiosk.updates;

/**
 * Why an update is not taken: a closed list, so that it can be counted and told to the platform.
 */
public enum Refusal {
  /** Not the form that is signed: not canonical, too large, too deep, a member missing. */
  MALFORMED,
  /** Fewer good signatures of different keys than the role needs. */
  UNSIGNED,
  /** Its time is over. */
  EXPIRED,
  /** Older than what was believed before. */
  OLDER,
  /** The parts of the metadata do not belong together. */
  MIXED,
  /** Nothing in it is for this machine: architecture, hardware. */
  NOT_FOR_THIS_MACHINE,
  /** The program here is too old for it, and another version must come between. */
  TOO_FAR,
  /** Lower than what runs or ran here, and not signed as a way down. */
  DOWNGRADE,
  /** It was tried here and did not work. */
  KNOWN_BAD,
  /** A version is on trial, or an install is under way. */
  BUSY,
  /** A file is missing, has another length or another digest. */
  CONTENT,
  /** The archive holds what it must not: a path outside, a link, a device, a name twice. */
  ARCHIVE,
  /** Not room enough on the disk. */
  NO_SPACE,
  /** The disk does not read or does not write, and not for want of room. */
  DISK,
  /** The queue's file is of a version this program does not know. */
  SCHEMA,
  /** The server gave what its own words do not allow, or nothing in time. */
  SERVER,
  /** There is nothing to do it with: no trust root, no slot. */
  NOTHING
}
