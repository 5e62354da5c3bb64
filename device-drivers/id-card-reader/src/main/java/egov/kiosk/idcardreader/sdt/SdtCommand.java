package egov.kiosk.idcardreader.sdt;

/** The commands this driver sends, with the shape a right answer to each has. */
public enum SdtCommand {
  /** Restarts the module. */
  RESET(0x10, 0xFF),
  /** Asks how the module is. */
  STATUS(0x11, 0xFF),
  /** Asks for the module's id: 16 bytes. */
  MODULE_ID(0x12, 0xFF),
  /** Looks for a card; its own success code and 4 bytes. */
  FIND(0x20, 0x01),
  /** Selects the card that was found; 8 bytes. */
  SELECT(0x20, 0x02),
  /** Reads text and photo of the selected card. */
  READ(0x30, 0x01),
  /** Reads text, photo and up to two fingerprint templates; unknown to old modules. */
  READ_WITH_FINGERPRINTS(0x30, 0x10),
  /** Reads the addresses added later: one to four of 70 bytes. */
  NEW_ADDRESSES(0x30, 0x03),
  /** Sets how many bytes cross the air at once; one data byte. */
  MAX_RF_BYTES(0x61, 0xFF);

  private static final int TEXT = 256;
  private static final int PHOTO = 1024;
  private static final int FINGER = 512;
  private static final int ADDRESS = 70;

  private final byte command;
  private final byte parameter;

  SdtCommand(int command, int parameter) {
    this.command = (byte) command;
    this.parameter = (byte) parameter;
  }

  byte command() {
    return command;
  }

  byte parameter() {
    return parameter;
  }

  /**
   * Whether an answer can belong to this command. Answers carry no command, so one that comes too
   * late, or unasked, is told by its shape.
   */
  boolean fits(SdtReply reply) {
    int length = reply.dataLength();
    return switch (reply.status()) {
      case CARD_FOUND -> this == FIND && length == 4;
      case NO_CONTENT -> this == NEW_ADDRESSES && length == 0;
      case NO_CARD -> length == 0 && speaksToCard();
      case OK -> fitsSuccess(reply, length);
      default -> true;
    };
  }

  /** Whether its answer is a person's card. */
  boolean readsCard() {
    return this == READ || this == READ_WITH_FINGERPRINTS;
  }

  private boolean speaksToCard() {
    return command == 0x20 || command == 0x30;
  }

  private boolean fitsSuccess(SdtReply reply, int length) {
    return switch (this) {
      case RESET, STATUS, MAX_RF_BYTES -> length == 0;
      case MODULE_ID -> length == 16;
      case FIND -> false;
      case SELECT -> length == 8;
      case READ -> length == 4 + TEXT + PHOTO && announcesCard(reply);
      case READ_WITH_FINGERPRINTS -> {
        int fingers = length - 6 - TEXT - PHOTO;
        yield fingers >= 0
            && fingers <= 2 * FINGER
            && fingers % FINGER == 0
            && announcesCard(reply)
            && reply.word(4) == fingers;
      }
      case NEW_ADDRESSES -> length > 0 && length % ADDRESS == 0 && length <= 4 * ADDRESS;
    };
  }

  private static boolean announcesCard(SdtReply reply) {
    return reply.word(0) == TEXT && reply.word(2) == PHOTO;
  }
}
