package egov.kiosk.emulator.reader;

/** What the scanner made of the bytes from the host. */
sealed interface Arrival {

  /**
   * A whole request with a right checksum.
   *
   * @param code command byte and parameter byte, 0..65535
   * @param dataLength how many data bytes followed them
   */
  record Request(int code, int dataLength) implements Arrival {}

  /** A whole frame whose bytes do not XOR to zero: answered with 10. */
  record WrongChecksum() implements Arrival {}

  /** A length no request can have: answered with 11. */
  record WrongLength() implements Arrival {}
}
