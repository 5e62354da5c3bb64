package egov.kiosk.emulator.reader;

import java.util.Optional;

/** The requests the module knows: command byte and parameter byte as one number. */
enum Command {
  RESET(0x10FF, 0),
  STATUS(0x11FF, 0),
  MODULE_ID(0x12FF, 0),
  FIND(0x2001, 0),
  SELECT(0x2002, 0),
  READ(0x3001, 0),
  READ_WITH_FINGERPRINTS(0x3010, 0),
  READ_NEW_ADDRESSES(0x3003, 0),
  READ_MANAGEMENT_NUMBER(0x3005, 0),
  /** 60 00 .. 60 04: the parameter is the index of the rate. */
  SET_BAUD(0x6000, 0),
  /** How many bytes may cross the air interface at once. */
  SET_RADIO_BYTES(0x61FF, 1);

  private final int code;
  private final int dataLength;

  Command(int code, int dataLength) {
    this.code = code;
    this.dataLength = dataLength;
  }

  /** How many data bytes the request carries. */
  int dataLength() {
    return dataLength;
  }

  /** Whether the request reads a card's text and photo. */
  boolean readsCard() {
    return this == READ || this == READ_WITH_FINGERPRINTS;
  }

  /** The command of a code, empty when the module does not know it. */
  static Optional<Command> of(int code) {
    if ((code & 0xFF00) == SET_BAUD.code) {
      return Baud.ofIndex(code & 0xFF).map(baud -> SET_BAUD);
    }
    for (Command command : values()) {
      if (command.code == code) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
