package egov.kiosk.emulator.printer;

/** What the two paper sensors see. */
enum PaperLevel {
  OK,
  /** The roll is near its end (将尽); printing goes on. */
  LOW,
  /** No paper (缺纸); printing stops where it is. */
  OUT
}
