package egov.kiosk.emulator.camera;

/** What the sensor delivers. */
interface Film {
  /** The frame of a running number, which nobody changes. */
  byte[] frame(long number);
}
