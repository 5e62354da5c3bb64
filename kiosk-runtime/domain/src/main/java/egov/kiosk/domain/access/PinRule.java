package egov.kiosk.domain.access;

/** What a PIN must not be. */
public enum PinRule {
  /** Six to twelve digits, nothing else. */
  SHAPE,
  /** Too few different digits, or four equal ones in a row. */
  REPEATS,
  /** A run such as 123456 or 246802, or with four steps up or down in it. */
  RUN,
  /** A block said again, such as 123123. */
  BLOCK,
  /** A date, or with a year of birth at an end. */
  DATE,
  /** Made of the badge's number. */
  BADGE,
  /** Among the few everybody thinks of first. */
  COMMON,
  /** One of the last of this person. */
  USED_BEFORE
}
