package egov.kiosk.emulator.camera;

/** What the network camera answers instead of its pictures. */
enum HttpLie {
  NONE,
  /** Pictures whose parts do not say their length. */
  NO_LENGTH,
  /** "Look elsewhere." */
  REDIRECT,
  /** Bytes that are no HTTP. */
  GARBAGE,
  /** A part that never ends. */
  ENDLESS,
  /** A part that says it has 900 MB. */
  HUGE,
  /** One byte a second. */
  DRIP,
  /** Nothing at all. */
  SILENT
}
