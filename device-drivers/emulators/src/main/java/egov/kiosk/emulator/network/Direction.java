package egov.kiosk.emulator.network;

/** Which way bytes go through the proxy. */
public enum Direction {
  /** From the one that connected to the target. */
  UP,
  /** From the target to the one that connected. */
  DOWN
}
