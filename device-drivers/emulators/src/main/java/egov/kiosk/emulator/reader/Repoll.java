package egov.kiosk.emulator.reader;

/** What finding a card says after the card was read. Models differ. */
enum Repoll {
  /** The card is found again as often as asked. */
  REPEAT,
  /** No card is found until the one that was read has been lifted. */
  LIFT
}
