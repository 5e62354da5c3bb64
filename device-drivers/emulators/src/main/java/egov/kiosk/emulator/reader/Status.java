package egov.kiosk.emulator.reader;

/**
 * The third status byte SW3 of an answer: what the module says about the request (GA/T 467-2019,
 * table of module states).
 */
enum Status {
  OK(0x90),
  CARD_FOUND(0x9F),
  NO_CONTENT(0x91),
  CHECKSUM_WRONG(0x10),
  LENGTH_WRONG(0x11),
  COMMAND_WRONG(0x21),
  UNRECOGNISED(0x24),
  CARD_REJECTS_MODULE(0x31),
  MODULE_REJECTS_CARD(0x32),
  INFORMATION_ERROR(0x33),
  CARD_TYPE_WRONG(0x40),
  READ_FAILED(0x41),
  RANDOM_NUMBER_FAILED(0x47),
  SELF_TEST_FAILED(0x60),
  NOT_AUTHORISED(0x66),
  NO_CARD(0x80),
  SELECT_FAILED(0x81);

  private final int code;

  Status(int code) {
    this.code = code;
  }

  /** The byte on the wire, 0..255. */
  int code() {
    return code;
  }
}
