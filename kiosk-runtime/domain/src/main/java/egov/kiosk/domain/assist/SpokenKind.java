package egov.kiosk.domain.assist;

/** How a text is to be read out. */
public enum SpokenKind {
  /** As it stands; numbers and masks within it are read by rule. */
  TEXT,
  /** Digit by digit (1 is 幺), e.g. an acceptance number, a phone number, a verification code. */
  DIGITS,
  /** A person's name: the first character is read as a surname; a mask is 某. */
  NAME,
  /** An amount in yuan, e.g. {@code 230.50}. */
  MONEY,
  /** A day, {@code 2026-11-21}, with or without a time {@code 2026-11-21 15:00}. */
  DATE
}
