package egov.kiosk.emulator.printer;

/** A connection ended in the middle of a command. */
final class ConnectionEndedException extends Exception {
  private static final long serialVersionUID = 1L;
}
