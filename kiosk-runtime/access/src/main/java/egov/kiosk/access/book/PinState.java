package egov.kiosk.access.book;

/** Where a person's PIN comes from. */
public enum PinState {
  /** Chosen by the person. */
  OWN,
  /** Given by somebody else: must be changed at the first sign-in. */
  GIVEN,
  /** The secret of the first start: must be changed at the first sign-in. */
  START
}
